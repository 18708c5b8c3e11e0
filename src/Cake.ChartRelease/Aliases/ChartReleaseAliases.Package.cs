using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Packaging;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Writes <c>ARTIFACTS/charts/NAME-VERSION.tgz</c> of every chart from the committed tree.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>The charts, with archive, digest and manifest.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart cannot be read or packaged.</exception>
    /// <example>
    /// <code>
    /// foreach (var package in ChartPackage(ChartReleaseOptions()))
    /// {
    ///     Information(package.ArchivePath);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Package")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Packaging")]
    public static IReadOnlyList<PackagedChart> ChartPackage(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartPackageAsync(options, CancellationToken.None));

    /// <summary>Writes <c>ARTIFACTS/charts/NAME-VERSION.tgz</c> of every chart from the committed tree.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The charts, with archive, digest and manifest.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart cannot be read or packaged.</exception>
    /// <example>
    /// <code>
    /// foreach (var package in await ChartPackageAsync(ChartReleaseOptions(), CancellationToken.None))
    /// {
    ///     Information(package.ArchivePath);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Package")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Packaging")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<IReadOnlyList<PackagedChart>> ChartPackageAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, pipeline => pipeline.PackageAsync(cancellationToken));

    /// <summary>As a step of a run: writes <c>ARTIFACTS/charts/NAME-VERSION.tgz</c> of every chart from the committed tree.</summary>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The charts, with archive, digest and manifest.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart cannot be read or packaged.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// foreach (var package in await ChartPackageAsync(run, CancellationToken.None))
    /// {
    ///     Information(package.ArchivePath);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Package")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Packaging")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<IReadOnlyList<PackagedChart>> ChartPackageAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.PackageAsync(cancellationToken);
}
