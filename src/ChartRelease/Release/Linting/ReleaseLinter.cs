using ChartRelease.Charts.Lint;

namespace ChartRelease.Release.Linting;

/// <summary>Lints charts: own rules, then, where those found no error, <c>helm lint --strict</c> and a render.</summary>
internal static class ReleaseLinter
{
    /// <summary>The rule id of what helm lint says.</summary>
    public const string HelmLintRule = "helm-lint";

    /// <summary>The rule id of what helm template says.</summary>
    public const string HelmTemplateRule = "helm-template";

    /// <summary>Lints the charts.</summary>
    /// <param name="charts">The charts.</param>
    /// <param name="helm">Finds helm.</param>
    /// <param name="cancellationToken">Stops the linting.</param>
    public static async Task<LintReport> LintAsync(
        LintSubjects charts, Func<CancellationToken, Task<IHelmClient>> helm, CancellationToken cancellationToken)
    {
        var findings = charts.Folders.SelectMany(folder => ChartLinter.Lint(charts.Source, folder)).ToList();
        if (findings.Any(finding => finding.Severity == LintSeverity.Error))
        {
            return new LintReport(charts.Folders, findings, null);
        }

        var client = await helm(cancellationToken).ConfigureAwait(false);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in charts.Folders)
        {
            paths.Add(await charts.OnDiskAsync(folder, cancellationToken).ConfigureAwait(false), folder);
        }

        // helm lint takes all charts in one process; the renders run beside it.
        var lint = client.LintAsync([.. paths.Keys], cancellationToken);
        var renders = paths.Select(path => RenderAsync(client, path.Key, path.Value, cancellationToken)).ToList();
        findings.AddRange((await lint.ConfigureAwait(false)).Select(message => FromHelm(message, paths)).OfType<LintFinding>());
        findings.AddRange((await Task.WhenAll(renders).ConfigureAwait(false)).OfType<LintFinding>());
        return new LintReport(charts.Folders, findings, client.Version);
    }

    private static async Task<LintFinding?> RenderAsync(IHelmClient helm, string path, string folder, CancellationToken cancellationToken)
    {
        try
        {
            await helm.TemplateAsync(path, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.ToolFailed)
        {
            return new LintFinding(
                HelmTemplateRule, LintSeverity.Error, new SourceLocation(folder), exception.Failure.Found, $"Run \"helm template {folder}\" and mend what it names.");
        }
    }

    private static LintFinding? FromHelm(HelmLintMessage message, Dictionary<string, string> paths)
    {
        var folder = paths.GetValueOrDefault(message.ChartFolder, message.ChartFolder);

        // INFO: own rules say the same as hints, with a file and a line. A warning is an error, which is what --strict means.
        return message.Severity == "INFO" ? null : new LintFinding(
            HelmLintRule,
            LintSeverity.Error,
            new SourceLocation(message.Path.Length == 0 ? folder : $"{folder}/{message.Path}"),
            message.Message,
            $"Run \"helm lint --strict {folder}\" and mend what it names.");
    }
}
