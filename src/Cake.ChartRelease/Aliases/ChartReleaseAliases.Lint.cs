using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;
using ChartRelease.Release.Linting;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Checks the charts: own rules first, then <c>helm lint --strict</c> and a render.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>Every finding.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart has an error (LintFailed), or the charts cannot be read.</exception>
    /// <example>
    /// <code>
    /// foreach (var finding in ChartLint(ChartReleaseOptions()).Findings)
    /// {
    ///     Warning(finding.Message);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Linting")]
    public static LintReport ChartLint(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartLintAsync(options, CancellationToken.None));

    /// <summary>Checks the charts: own rules first, then <c>helm lint --strict</c> and a render.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Every finding.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A chart has an error (LintFailed), or the charts cannot be read.</exception>
    /// <example>
    /// <code>
    /// foreach (var finding in (await ChartLintAsync(ChartReleaseOptions(), CancellationToken.None)).Findings)
    /// {
    ///     Warning(finding.Message);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Linting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<LintReport> ChartLintAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, async pipeline =>
        {
            var result = await pipeline.LintAsync(cancellationToken).ConfigureAwait(false);
            result.ThrowIfNotClean();
            return result;
        });

    /// <summary>As a step of a run: checks the charts: own rules first, then <c>helm lint --strict</c> and a render.</summary>
    /// <remarks>Errors are in the report; <see cref="LintReport.ThrowIfNotClean"/> fails on them.</remarks>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Every finding.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">It cannot be done at all.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// foreach (var finding in (await ChartLintAsync(run, CancellationToken.None)).Findings)
    /// {
    ///     Warning(finding.Message);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("ChartRelease.Release.Linting")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<LintReport> ChartLintAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.LintAsync(cancellationToken);
}
