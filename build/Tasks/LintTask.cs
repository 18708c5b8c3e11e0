namespace Cake.Frosting.ChartRelease;

/// <summary>Checks the charts: own rules first, then <c>helm lint --strict</c> and a render.</summary>
[TaskName("Lint")]
[TaskDescription("Check the charts: own rules, helm lint --strict, a render.")]

public sealed class LintTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.Show(await context.LintAsync());
}
