using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a setup and teardown of each task that needs no context of its own.</summary>
public abstract class FrostingTaskLifetime : FrostingTaskLifetime<ICakeContext>;
