namespace Cake.Frosting.ChartRelease;

/// <summary>Copies published charts between targets.</summary>
[TaskName("Promote")]
[TaskDescription("Copy published charts by digest from --from to --registry.")]
public sealed class PromoteTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.ShowResult(await context.Pipeline.PromoteAsync(context.Output.ShowPromotion, context.Cancellation));
}
