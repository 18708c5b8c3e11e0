using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Reporting;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Pushes what is absent, skips what is the same, refuses what differs, and writes <c>ARTIFACTS/release.json</c>.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart is refused (VersionConflict) or cannot be pushed; the others are.</exception>
    /// <example>
    /// <code>
    /// var report = ChartPush(ChartReleaseOptions());
    /// Information(report.Commit);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Push")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    public static ReleaseReport ChartPush(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartPushAsync(options, CancellationToken.None));

    /// <summary>Pushes what is absent, skips what is the same, refuses what differs, and writes <c>ARTIFACTS/release.json</c>.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart is refused (VersionConflict) or cannot be pushed; the others are.</exception>
    /// <example>
    /// <code>
    /// var report = await ChartPushAsync(ChartReleaseOptions(), CancellationToken.None);
    /// Information(report.Commit);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Push")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleaseReport> ChartPushAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, pipeline => pipeline.PushAsync(verifyFollows: false, cancellationToken));

    /// <summary>As a step of a run: pushes what is absent, skips what is the same, refuses what differs, and writes <c>ARTIFACTS/release.json</c>.</summary>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="verifyFollows">Whether <c>ChartVerifyAsync</c> comes next in this run: failures of single charts then wait for it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart is refused (VersionConflict) or cannot be pushed; the others are.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// var report = await ChartPushAsync(run, verifyFollows: true, CancellationToken.None);
    /// Information(report.Commit);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Push")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleaseReport> ChartPushAsync(this ICakeContext context, ReleasePipeline pipeline, bool verifyFollows, CancellationToken cancellationToken) =>
        pipeline.PushAsync(verifyFollows, cancellationToken);
}
