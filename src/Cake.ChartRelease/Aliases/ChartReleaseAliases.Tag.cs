using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Tagging;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>As a step of a run: makes an annotated Git tag for every chart that <c>ChartVerifyAsync</c> has read back.</summary>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>, with <see cref="ReleaseOptions.TagTemplate"/>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The tags.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">
    /// There is no template (InvalidSettings), or a tag cannot be made.
    /// </exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions() with { TagTemplate = TagTemplate.Parse("{name}-{version}") });
    /// await ChartPushAsync(run, verifyFollows: true, CancellationToken.None);
    /// await ChartVerifyAsync(run, CancellationToken.None);
    /// await ChartTagAsync(run, CancellationToken.None);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Tag")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Tagging")]
    [CakeNamespaceImport("ChartRelease.Versioning")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<IReadOnlyList<TaggedChart>> ChartTagAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.TagAsync(cancellationToken);
}
