using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Shows what Publish would do, and stops.</summary>
[TaskName("Plan")]
[TaskDescription("Show what Publish would do, and change nothing.")]

public sealed class PlanTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.Show(await context.ChartReleasePlanAsync(context.Pipeline, context.Cancellation));
}
