using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Writes the archives of the committed charts.</summary>
[TaskName("Package")]
[TaskDescription("Write artifacts/charts/NAME-VERSION.tgz from the committed tree.")]
[IsDependentOn(typeof(BumpVersionTask))]
public sealed class PackageTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.Show(await context.ChartPackageAsync(context.Pipeline, context.Cancellation));
}
