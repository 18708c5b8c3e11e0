using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a teardown that needs no context of its own.</summary>
public abstract class FrostingTeardown : FrostingTeardown<ICakeContext>;
