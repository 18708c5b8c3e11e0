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
    /// <param name="whileHelmWorks">Called when only helm's answer is missing.</param>
    /// <param name="cancellationToken">Stops the linting.</param>
    public static async Task<LintReport> LintAsync(
        LintSubjects charts, Func<CancellationToken, Task<IHelmClient>> helm, Action whileHelmWorks, CancellationToken cancellationToken)
    {
        // helm takes longer than the own rules, so it is started before them; when they find an error, its answer is of no use.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var asked = AskHelmAsync(charts, helm, stop.Token);
        List<LintFinding> findings;
        try
        {
            findings = [.. charts.Folders.SelectMany(folder => ChartLinter.Lint(charts.Source, folder))];
        }
        catch
        {
            await StopAsync(asked, stop).ConfigureAwait(false);
            throw;
        }

        if (findings.Any(finding => finding.Severity == LintSeverity.Error))
        {
            await StopAsync(asked, stop).ConfigureAwait(false);
            return new LintReport(charts.Folders, findings, null);
        }

        whileHelmWorks();
        var (version, others) = await asked.ConfigureAwait(false);
        return new LintReport(charts.Folders, [.. findings, .. others], version);
    }

    private static async Task StopAsync(Task asked, CancellationTokenSource stop)
    {
        await stop.CancelAsync().ConfigureAwait(false);
        await asked.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static async Task<(string Version, IReadOnlyList<LintFinding> Findings)> AskHelmAsync(
        LintSubjects charts, Func<CancellationToken, Task<IHelmClient>> helm, CancellationToken cancellationToken)
    {
        var client = await helm(cancellationToken).ConfigureAwait(false);
        var paths = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in charts.Folders)
        {
            paths.Add(await charts.OnDiskAsync(folder, cancellationToken).ConfigureAwait(false), folder);
        }

        // helm lint takes all charts in one process; the renders run beside it.
        var lint = client.LintAsync([.. paths.Keys], cancellationToken);
        var renders = Steps.TakeAsync([.. paths.Keys], Environment.ProcessorCount, client.TemplateAsync, cancellationToken);
        await Task.WhenAll(lint, renders).ConfigureAwait(false);

        // INFO: own rules say the same as hints, with a file and a line. A warning is an error, which is what --strict means.
        var messages = (await lint.ConfigureAwait(false)).Where(message => message.Severity != "INFO").ToList();
        var reported = messages.Select(message => FolderOf(message, paths)).ToHashSet(StringComparer.Ordinal);
        var refusals = (await renders.ConfigureAwait(false)).Zip(paths.Values, (render, folder) => FromRender(render.Failure, folder));

        // A chart that helm lint refuses does not render either, for the same reason.
        return (client.Version,
        [
            .. messages.Select(message => FromHelm(message, FolderOf(message, paths))),
            .. refusals.OfType<(string Folder, LintFinding Finding)>().Where(refusal => !reported.Contains(refusal.Folder)).Select(refusal => refusal.Finding),
        ]);
    }

    private static string FolderOf(HelmLintMessage message, Dictionary<string, string> paths) =>
        paths.GetValueOrDefault(message.ChartFolder, message.ChartFolder);

    private static (string Folder, LintFinding Finding)? FromRender(Failure? failure, string folder) => failure switch
    {
        null => null,
        { Reason: FailureReason.ToolFailed } => (folder, new LintFinding(
            HelmTemplateRule, LintSeverity.Error, HelmPlace.Of(folder, "", failure.Found), failure.Found, $"Run \"helm template {folder}\" and mend what it names.")),
        _ => throw new ChartReleaseException(failure),
    };

    private static LintFinding FromHelm(HelmLintMessage message, string folder) => new(
        HelmLintRule,
        LintSeverity.Error,
        HelmPlace.Of(folder, message.Path, message.Message),
        message.Message,
        $"Run \"helm lint --strict {folder}\" and mend what it names.");
}
