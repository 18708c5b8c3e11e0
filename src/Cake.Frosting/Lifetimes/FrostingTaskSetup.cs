using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a task setup that needs no context of its own.</summary>
public abstract class FrostingTaskSetup : FrostingTaskSetup<ICakeContext>;
