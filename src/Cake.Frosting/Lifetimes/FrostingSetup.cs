using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a setup that needs no context of its own.</summary>
public abstract class FrostingSetup : FrostingSetup<ICakeContext>;
