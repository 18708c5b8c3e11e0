using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Tags what is proven to be published; only where a tag template is set.</summary>
[TaskName("Tag")]
[TaskDescription("Make an annotated Git tag per published chart, if tag-template is set.")]
[IsDependentOn(typeof(VerifyTask))]
public sealed class TagTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override bool ShouldRun(ReleaseContext context) => context.Pipeline.Options.TagsReleases;

    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context)
    {
        context.CheckRepository(commits: false);
        context.Output.Show(await context.ChartTagAsync(context.Pipeline, context.Cancellation));
    }
}
