using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Reporting;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>The whole release: lints, raises versions if asked to, packages, proves access, pushes, reads back, and tags where a template is set.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A step failed. The same call again does what is missing.</exception>
    /// <example>
    /// <code>
    /// var report = ChartPublish(ChartReleaseOptions());
    /// foreach (var chart in report.Charts)
    /// {
    ///     Information("{0} {1}: {2}", chart.Name, chart.Version, chart.Action);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Publish")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    public static ReleaseReport ChartPublish(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartPublishAsync(options, CancellationToken.None));

    /// <summary>The whole release: lints, raises versions if asked to, packages, proves access, pushes, reads back, and tags where a template is set.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A step failed. The same call again does what is missing.</exception>
    /// <example>
    /// <code>
    /// var report = await ChartPublishAsync(ChartReleaseOptions(), CancellationToken.None);
    /// foreach (var chart in report.Charts)
    /// {
    ///     Information("{0} {1}: {2}", chart.Name, chart.Version, chart.Action);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Publish")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleaseReport> ChartPublishAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, pipeline => pipeline.PublishAsync(cancellationToken));

    /// <summary>As a step of a run: the whole release: lints, raises versions if asked to, packages, proves access, pushes, reads back, and tags where a template is set.</summary>
    /// <remarks>Steps that the run has taken are not taken again.</remarks>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A step failed. The same call again does what is missing.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// var report = await ChartPublishAsync(run, CancellationToken.None);
    /// foreach (var chart in report.Charts)
    /// {
    ///     Information("{0} {1}: {2}", chart.Name, chart.Version, chart.Action);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Publish")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reporting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleaseReport> ChartPublishAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.PublishAsync(cancellationToken);
}
