using System.Text;

namespace ChartRelease.Release.Reporting;

/// <summary>Renders a report as Markdown, for a job summary. Pure.</summary>
public static class ReleaseReportMarkdown
{
    /// <summary>A table of all charts, then how to install what was published.</summary>
    /// <param name="report">The report.</param>
    /// <param name="plainHttp">Whether a target speaks HTTP.</param>
    public static string Render(ReleaseReport report, Func<string, bool> plainHttp)
    {
        var text = new StringBuilder();
        text.Append("## Chart release\n\n");
        text.Append("| Chart | Version | Action | Digest | Target | Verified |\n|---|---|---|---|---|---|\n");
        foreach (var chart in report.Charts)
        {
            foreach (var target in chart.Targets)
            {
                text.Append(
                    $"| {Cell(chart.Name)} | {Cell(chart.Version)} | {target.Action.ToString().ToLowerInvariant()} | {Code(target.ManifestDigest?.Value)} "
                    + $"| {Code(target.Reference)} | {(target.Verified ? "yes" : "no")} |\n");
            }
        }

        text.Append($"\nCommit `{report.Commit}`\n");
        foreach (var chart in report.Charts.Where(chart => chart.Action == ReportedAction.Published))
        {
            var target = chart.Targets[0];
            text.Append($"\n### Install {chart.Name} {chart.Version}\n\n```sh\n");
            foreach (var command in InstallGuide.For(chart, target, plainHttp(target.Target)))
            {
                text.Append($"# {command.Title}\n").AppendJoin('\n', command.Lines).Append('\n');
            }

            text.Append("```\n");
            if (InstallGuide.PackagesPage(target) is { } page)
            {
                text.Append($"\n[Packages]({page})\n");
            }
        }

        return text.ToString();
    }

    private static string Code(string? text) => text is null ? "" : $"`{Cell(text)}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
