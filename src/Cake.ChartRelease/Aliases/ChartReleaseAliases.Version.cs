using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Bumping;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Raises versions in Chart.yaml as <see cref="ReleaseOptions.Bump"/> says, without touching another byte, and commits.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>The changed lines, and the commit.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">The version or the repository does not allow it (InvalidVersion, RepositoryNotWritable).</exception>
    /// <example>
    /// <code>
    /// var bumped = ChartVersionBump(ChartReleaseOptions() with { Bump = BumpRequest.None with { Kind = BumpKind.Patch } });
    /// Information(bumped.Commit);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Bumping")]
    [CakeNamespaceImport("ChartRelease.Versioning")]
    public static BumpReport ChartVersionBump(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartVersionBumpAsync(options, CancellationToken.None));

    /// <summary>Raises versions in Chart.yaml as <see cref="ReleaseOptions.Bump"/> says, without touching another byte, and commits.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The changed lines, and the commit.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">The version or the repository does not allow it (InvalidVersion, RepositoryNotWritable).</exception>
    /// <example>
    /// <code>
    /// var bumped = await ChartVersionBumpAsync(ChartReleaseOptions() with { Bump = BumpRequest.None with { Kind = BumpKind.Patch } }, CancellationToken.None);
    /// Information(bumped.Commit);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Bumping")]
    [CakeNamespaceImport("ChartRelease.Versioning")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<BumpReport> ChartVersionBumpAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, pipeline => pipeline.BumpAsync(cancellationToken));

    /// <summary>As a step of a run: raises versions in Chart.yaml as <see cref="ReleaseOptions.Bump"/> says, without touching another byte, and commits.</summary>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The changed lines, and the commit.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">The version or the repository does not allow it (InvalidVersion, RepositoryNotWritable).</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions() with { Bump = BumpRequest.None with { Kind = BumpKind.Patch } });
    /// var bumped = await ChartVersionBumpAsync(run, CancellationToken.None);
    /// Information(bumped.Commit);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Version")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Bumping")]
    [CakeNamespaceImport("ChartRelease.Versioning")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<BumpReport> ChartVersionBumpAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.BumpAsync(cancellationToken);
}
