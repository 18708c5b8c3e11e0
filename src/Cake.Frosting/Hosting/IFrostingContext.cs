using Cake.Core;

namespace Cake.Frosting;

/// <summary>The context that the host hands to tasks and lifetimes.</summary>
public interface IFrostingContext : ICakeContext;
