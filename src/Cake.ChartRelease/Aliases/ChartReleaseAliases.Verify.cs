using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Reporting;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Reads every chart back from every target, by tag and by digest, and compares it byte for byte; registries with the real helm as well.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>What was compared.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A target does not hold what the commit says.</exception>
    /// <example>
    /// <code>
    /// var report = ChartVerify(ChartReleaseOptions());
    /// Information(report.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Verify")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    public static ReleaseReport ChartVerify(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartVerifyAsync(options, CancellationToken.None));

    /// <summary>Reads every chart back from every target, by tag and by digest, and compares it byte for byte; registries with the real helm as well.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was compared.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A target does not hold what the commit says.</exception>
    /// <example>
    /// <code>
    /// var report = await ChartVerifyAsync(ChartReleaseOptions(), CancellationToken.None);
    /// Information(report.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Verify")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleaseReport> ChartVerifyAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, pipeline => pipeline.VerifyAsync(cancellationToken));

    /// <summary>As a step of a run: reads every chart back from every target, by tag and by digest, and compares it byte for byte; registries with the real helm as well.</summary>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was compared.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A target does not hold what the commit says.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// var report = await ChartVerifyAsync(run, CancellationToken.None);
    /// Information(report.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Verify")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleaseReport> ChartVerifyAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.VerifyAsync(cancellationToken);
}
