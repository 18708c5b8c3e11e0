using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Deletes what the pipeline wrote to the artifacts folder.</summary>
[TaskName("Clean")]
[TaskDescription("Delete the archives, the report and the default layout below artifacts.")]
public sealed class CleanTask : FrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override void Run(ReleaseContext context) => context.Output.ShowCleaned(context.ChartReleaseClean(context.Pipeline));
}
