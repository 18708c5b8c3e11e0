using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Edits versions in Chart.yaml without touching another byte, and commits.</summary>
[TaskName("BumpVersion")]
[TaskDescription("Raise the chart version and commit: --bump, --chart-version, --app-version.")]
[IsDependentOn(typeof(LintTask))]
public sealed class BumpVersionTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override bool ShouldRun(ReleaseContext context) => context.Pipeline.Options.Bump.IsRequested;

    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context)
    {
        context.CheckRepository(context.Pipeline.Options.Bump.Commit);
        context.Output.Show(await context.ChartVersionBumpAsync(context.Pipeline, context.Cancellation));
    }
}
