using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a setup and teardown of the run that needs no context of its own.</summary>
public abstract class FrostingLifetime : FrostingLifetime<ICakeContext>;
