namespace Cake.Frosting.ChartRelease;

/// <summary>Edits versions in Chart.yaml without touching another byte, and commits.</summary>
[TaskName(Name)]
[TaskDescription("Raise the chart version and commit: --bump, --chart-version, --app-version; asks at a terminal.")]
[IsDependentOn(typeof(LintTask))]
public sealed class BumpVersionTask : AsyncFrostingTask<ReleaseContext>
{
    internal const string Name = "BumpVersion";

    /// <inheritdoc/>
    public override bool ShouldRun(ReleaseContext context) => context.WantsBump;

    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context)
    {
        context.CheckRepository(context.Pipeline.Options.Bump.Commit);
        context.Output.Show(await context.BumpAsync());
    }
}
