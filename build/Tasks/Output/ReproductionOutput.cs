using ChartRelease.Release;
using ChartRelease.Release.Reproduction;

namespace Cake.Frosting.ChartRelease;

/// <summary>Shows what rebuilds say: to people a table and what differs, to machines the result alone.</summary>
/// <param name="format">The format of results.</param>
/// <param name="isShown">Whether tables are shown; not with <c>--verbosity=quiet</c>.</param>
internal sealed class ReproductionOutput(OutputFormat format, bool isShown)
{
    public void Write(ReproductionReport report)
    {
        switch (format)
        {
            case OutputFormat.Json:
                ResultStream.Results.Write(System.Text.Encoding.UTF8.GetString(ReproductionReportJson.Serialize(report)));
                break;
            case OutputFormat.Markdown:
                ResultStream.Results.Write(ReproductionReportMarkdown.Render(report));
                break;
            case OutputFormat.Text when isShown && report.Charts.Count > 0:
                WriteText(report);
                break;
            default:
                break;
        }
    }

    private static void WriteText(ReproductionReport report)
    {
        TextTable.Write(
            ["Chart", "Version", "Result", "Commit", "Target"],
            report.Charts.Select(chart => (IReadOnlyList<string>)
                [chart.Chart, chart.Version, ReproductionWords.Of(chart.Outcome), chart.Commit?[..12] ?? "", chart.Target]));
        foreach (var chart in report.Charts.Where(chart => chart.Differences.Count > 0))
        {
            Console.Out.WriteLine(chart.Reference);
            foreach (var difference in chart.Differences)
            {
                Console.Out.WriteLine($"  {ReproductionWords.Of(difference)}");
                if (difference.Diff is { } diff)
                {
                    Console.Out.WriteLine($"    {diff.ReplaceLineEndings($"{Environment.NewLine}    ")}");
                }
            }
        }
    }
}
