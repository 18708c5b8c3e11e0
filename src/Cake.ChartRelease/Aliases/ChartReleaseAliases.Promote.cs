using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Promotion;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Copies published charts by digest from <see cref="ReleaseOptions.Promotion"/> to the targets, with provenance and referrers.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>What was copied.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A version is refused or cannot be copied.</exception>
    /// <example>
    /// <code>
    /// var promoted = ChartPromote(ChartReleaseOptions() with { Promotion = new PromotionRequest { From = TargetReference.Parse("oci-layout:bundle") } });
    /// Information(promoted.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Promote")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Promotion")]
    [CakeNamespaceImport("ChartRelease.Oci")]
    public static PromotionReport ChartPromote(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartPromoteAsync(options, CancellationToken.None));

    /// <summary>Copies published charts by digest from <see cref="ReleaseOptions.Promotion"/> to the targets, with provenance and referrers.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was copied.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A version is refused or cannot be copied.</exception>
    /// <example>
    /// <code>
    /// var promoted = await ChartPromoteAsync(ChartReleaseOptions() with { Promotion = new PromotionRequest { From = TargetReference.Parse("oci-layout:bundle") } }, CancellationToken.None);
    /// Information(promoted.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Promote")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Promotion")]
    [CakeNamespaceImport("ChartRelease.Oci")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<PromotionReport> ChartPromoteAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, async pipeline =>
        {
            var result = await pipeline.PromoteAsync(_ => { }, cancellationToken).ConfigureAwait(false);
            result.ThrowIfFailed();
            return result;
        });

    /// <summary>As a step of a run: copies published charts by digest from <see cref="ReleaseOptions.Promotion"/> to the targets, with provenance and referrers.</summary>
    /// <remarks>Failures are in the report; <see cref="PromotionReport.ThrowIfFailed"/> fails on them.</remarks>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="show">Gets the plan before anything is sent.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was copied.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">It cannot be done at all.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions() with { Promotion = new PromotionRequest { From = TargetReference.Parse("oci-layout:bundle") } });
    /// var promoted = await ChartPromoteAsync(run, plan => Information(plan.Steps.Count), CancellationToken.None);
    /// Information(promoted.Charts.Count);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Promote")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Promotion")]
    [CakeNamespaceImport("ChartRelease.Oci")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<PromotionReport> ChartPromoteAsync(this ICakeContext context, ReleasePipeline pipeline, Action<PromotionPlan> show, CancellationToken cancellationToken) =>
        pipeline.PromoteAsync(show, cancellationToken);
}
