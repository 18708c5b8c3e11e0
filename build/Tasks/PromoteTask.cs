using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Copies published charts between targets.</summary>
[TaskName("Promote")]
[TaskDescription("Copy published charts by digest from --from to --registry.")]
public sealed class PromoteTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.ShowResult(await context.ChartPromoteAsync(context.Pipeline, context.Output.ShowPromotion, context.Cancellation));
}
