using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Reproduction;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Rebuilds the published charts of <see cref="ReleaseOptions.Selection"/> from the commits they name, and compares byte for byte.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>What was found out; everything is identical.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A published chart is not what its commit builds, or it could not be told.</exception>
    /// <example>
    /// <code>
    /// var reproduced = ChartReproduce(ChartReleaseOptions() with { Selection = new PublishedSelection { Versions = ["^1.0.0"] } });
    /// Information(reproduced.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Reproduce")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reproduction")]
    [CakeNamespaceImport("ChartRelease.Release.Selection")]
    public static ReproductionReport ChartReproduce(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartReproduceAsync(options, CancellationToken.None));

    /// <summary>Rebuilds the published charts of <see cref="ReleaseOptions.Selection"/> from the commits they name, and compares byte for byte.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was found out; everything is identical.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A published chart is not what its commit builds, or it could not be told.</exception>
    /// <example>
    /// <code>
    /// var reproduced = await ChartReproduceAsync(ChartReleaseOptions() with { Selection = new PublishedSelection { Versions = ["^1.0.0"] } }, CancellationToken.None);
    /// Information(reproduced.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Reproduce")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reproduction")]
    [CakeNamespaceImport("ChartRelease.Release.Selection")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReproductionReport> ChartReproduceAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, async pipeline =>
        {
            var result = await pipeline.ReproduceAsync(cancellationToken).ConfigureAwait(false);
            result.ThrowIfFailed();
            return result;
        });

    /// <summary>As a step of a run: rebuilds the published charts of <see cref="ReleaseOptions.Selection"/> from the commits they name, and compares byte for byte.</summary>
    /// <remarks>Differences are in the report; <see cref="ReproductionReport.ThrowIfFailed"/> fails on them.</remarks>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was found out.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">It cannot be done at all.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// var reproduced = await ChartReproduceAsync(run, CancellationToken.None);
    /// Information(reproduced.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Reproduce")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Reproduction")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReproductionReport> ChartReproduceAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.ReproduceAsync(cancellationToken);
}
