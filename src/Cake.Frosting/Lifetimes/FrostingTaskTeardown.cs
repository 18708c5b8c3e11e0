using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a task teardown that needs no context of its own.</summary>
public abstract class FrostingTaskTeardown : FrostingTaskTeardown<ICakeContext>;
