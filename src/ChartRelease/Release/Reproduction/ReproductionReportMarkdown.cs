using System.Globalization;
using System.Text;

namespace ChartRelease.Release.Reproduction;

/// <summary>Renders a reproduction as Markdown. Pure.</summary>
public static class ReproductionReportMarkdown
{
    /// <summary>One row per chart version and target, then what differs of each, then what failed.</summary>
    public static string Render(ReproductionReport report)
    {
        var text = new StringBuilder("| Chart | Version | Result | Commit | Reference |\n|---|---|---|---|---|\n");
        foreach (var chart in report.Charts)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {chart.Chart} | {chart.Version} | {ReproductionWords.Of(chart.Outcome)} | {(chart.Commit is { } commit ? $"`{commit[..12]}`" : "")} | `{chart.Reference}` |\n");
        }

        foreach (var chart in report.Charts.Where(chart => chart.Differences.Count > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### {chart.Reference}\n\n");
            foreach (var difference in chart.Differences)
            {
                Append(text, difference);
            }
        }

        foreach (var failure in report.AllFailures)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {Code(failure.Found)}\n  {failure.Next}\n");
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, Difference difference)
    {
        text.Append(CultureInfo.InvariantCulture, $"- {Code(ReproductionWords.Of(difference))}\n");
        if (difference.Diff is { } diff)
        {
            var fence = new string('`', Math.Max(3, LongestRun(diff) + 1));
            text.Append(CultureInfo.InvariantCulture, $"\n  {fence}diff\n  {diff.Replace("\n", "\n  ", StringComparison.Ordinal)}\n  {fence}\n\n");
        }
    }

    // What a chart says is shown, not rendered.
    private static string Code(string words)
    {
        var line = words.ReplaceLineEndings(" ");
        var fence = new string('`', LongestRun(line) + 1);
        return $"{fence} {line} {fence}";
    }

    private static int LongestRun(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
