namespace Cake.Frosting.ChartRelease;

/// <summary>What runs without <c>--target</c>: the plan, since reading is the safe default.</summary>
[TaskName("Default")]
[TaskDescription("Plan: what runs without --target.")]
[IsDependentOn(typeof(PlanTask))]
public sealed class DefaultTask : FrostingTask<ReleaseContext>;
