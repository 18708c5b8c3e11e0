using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Proves that published charts are what their commits build.</summary>
[TaskName("Reproduce")]
[TaskDescription("Rebuild published charts from the commits they name, and compare byte for byte.")]
public sealed class ReproduceTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.ShowResult(await context.ChartReproduceAsync(context.Pipeline, context.Cancellation));
}
