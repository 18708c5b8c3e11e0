using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;

namespace Cake.ChartRelease;

/// <summary>
/// The release of charts for Cake builds. With options, an alias is a run of its own; with a pipeline it is a step of a run that several
/// tasks share, and what a later step needs is not done again. Failures are <see cref="global::ChartRelease.ChartReleaseException"/>s.
/// </summary>
[CakeAliasCategory("Chart release")]
public static partial class ChartReleaseAliases
{
    /// <summary>Reads the settings: arguments, then <c>CHART_RELEASE_*</c>, then chart-release.yaml, then the defaults.</summary>
    /// <remarks>Arguments that are no settings are left to the script.</remarks>
    /// <param name="context">The context; its working directory is the one the run is about.</param>
    /// <returns>The settings; <c>with { … }</c> changes some.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A setting is wrong (InvalidSettings, InvalidReference).</exception>
    /// <example>
    /// <code>
    /// var options = ChartReleaseOptions() with { Registries = [TargetReference.Parse("oci://ghcr.io/owner/charts")] };
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Run")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Oci")]
    public static ReleaseOptions ChartReleaseOptions(this ICakeContext context) => ReleaseArguments.ReadKnown(context);

    /// <summary>Prepares a run that several tasks share; nothing is read yet.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>The run; dispose it at its end.</returns>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// await ChartPackageAsync(run, CancellationToken.None);
    /// await ChartPushAsync(run, verifyFollows: true, CancellationToken.None);
    /// await ChartVerifyAsync(run, CancellationToken.None);
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Run")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("System.Threading")]
    public static ReleasePipeline ChartReleasePipeline(this ICakeContext context, ReleaseOptions options) => OneRun.Pipeline(context, options);

    /// <summary>Deletes what earlier runs wrote to the artifacts folder: archives, release.json and the default layout.</summary>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <returns>Full paths of what was deleted.</returns>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// foreach (var path in ChartReleaseClean(run))
    /// {
    ///     Information(path);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Run")]
    [CakeNamespaceImport("ChartRelease.Release")]
    public static IReadOnlyList<string> ChartReleaseClean(this ICakeContext context, ReleasePipeline pipeline) => pipeline.Clean();
}
