using Cake.ChartRelease.Helm.Lint;
using Cake.Core;
using Cake.Core.Annotations;
using Cake.Core.IO;
using ChartRelease.Release;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Lints a chart.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <returns>helm's findings that are no errors.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">Errors were found (LintFailed), or helm fails.</exception>
    /// <example>
    /// <code>
    /// HelmLint("./helm/app");
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Lint")]
    public static IReadOnlyList<HelmLintMessage> HelmLint(this ICakeContext context, DirectoryPath chart) =>
        HelmLint(context, [chart], new HelmLintSettings());

    /// <summary>Lints a chart with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="chart">Chart folder.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>helm's findings that are no errors.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">Errors were found (LintFailed), or helm fails.</exception>
    /// <example>
    /// <code>
    /// HelmLint("./helm/app", new HelmLintSettings { Strict = true, Values = { Set = { ["ingress.enabled"] = "true" } } });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Lint")]
    public static IReadOnlyList<HelmLintMessage> HelmLint(this ICakeContext context, DirectoryPath chart, HelmLintSettings settings) =>
        HelmLint(context, [chart], settings);

    /// <summary>Lints several charts in one process.</summary>
    /// <param name="context">The context.</param>
    /// <param name="charts">Chart folders.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>helm's findings that are no errors.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">Errors were found (LintFailed), or helm fails.</exception>
    /// <example>
    /// <code>
    /// HelmLint(GetDirectories("./helm/*"), new HelmLintSettings { Strict = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Lint")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Lint")]
    public static IReadOnlyList<HelmLintMessage> HelmLint(
        this ICakeContext context, IEnumerable<DirectoryPath> charts, HelmLintSettings settings) =>
        new HelmLinter(context).Demand(settings, [.. charts.Select(chart => chart.FullPath)], CancellationToken.None);
}
