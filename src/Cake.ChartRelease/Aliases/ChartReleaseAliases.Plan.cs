using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Planning;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Decides what a push would do to each chart, and why, without doing it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>What would happen to each chart at each target.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart cannot be packaged, or a target cannot tell what it holds.</exception>
    /// <example>
    /// <code>
    /// foreach (var chart in ChartReleasePlan(ChartReleaseOptions()).Charts)
    /// {
    ///     Information("{0}: {1}", chart.Chart, chart.Action);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plan")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Planning")]
    public static ReleasePlan ChartReleasePlan(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartReleasePlanAsync(options, CancellationToken.None));

    /// <summary>Decides what a push would do to each chart, and why, without doing it.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What would happen to each chart at each target.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart cannot be packaged, or a target cannot tell what it holds.</exception>
    /// <example>
    /// <code>
    /// foreach (var chart in (await ChartReleasePlanAsync(ChartReleaseOptions(), CancellationToken.None)).Charts)
    /// {
    ///     Information("{0}: {1}", chart.Chart, chart.Action);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plan")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Planning")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleasePlan> ChartReleasePlanAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, async pipeline =>
        {
            var result = await pipeline.PlanAsync(cancellationToken).ConfigureAwait(false);
            result.ThrowIfUnknown();
            return result;
        });

    /// <summary>As a step of a run: decides what a push would do to each chart, and why, without doing it.</summary>
    /// <remarks>What a target could not tell is in the plan; <see cref="ReleasePlan.ThrowIfUnknown"/> fails on it.</remarks>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What would happen to each chart at each target.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">It cannot be done at all.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// foreach (var chart in (await ChartReleasePlanAsync(run, CancellationToken.None)).Charts)
    /// {
    ///     Information("{0}: {1}", chart.Chart, chart.Action);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Plan")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Planning")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<ReleasePlan> ChartReleasePlanAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.PlanAsync(cancellationToken);
}
