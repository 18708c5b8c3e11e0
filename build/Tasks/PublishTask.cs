using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>The whole release; ends with its report.</summary>
[TaskName("Publish")]
[TaskDescription("Everything above, and a report with the install commands.")]
[IsDependentOn(typeof(TagTask))]
public sealed class PublishTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.ShowResult(await context.ChartPublishAsync(context.Pipeline, context.Cancellation));
}
