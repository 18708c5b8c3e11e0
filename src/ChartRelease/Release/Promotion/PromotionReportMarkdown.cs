using System.Globalization;
using System.Text;

namespace ChartRelease.Release.Promotion;

/// <summary>Renders a promotion as a Markdown table. Pure.</summary>
public static class PromotionReportMarkdown
{
    /// <summary>One row per chart version and destination, then what failed.</summary>
    public static string Render(PromotionReport report)
    {
        var text = new StringBuilder("Promoted from `").Append(report.From.Value).Append("`\n\n");
        text.Append("| Chart | Version | Action | Digest | Target |\n|---|---|---|---|---|\n");
        foreach (var chart in report.Charts)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"| {chart.Step.Chart} | {chart.Step.Version} | {PromotionWords.Of(chart.Outcome)} | {(chart.Digest is { } digest ? $"`{digest}`" : "")} | `{chart.Step.Reference}` |\n");
        }

        foreach (var failure in report.Failures.Concat(report.Charts.Select(chart => chart.Failure).OfType<Failure>()).Distinct())
        {
            text.Append(CultureInfo.InvariantCulture, $"\n- {failure.Found} {failure.Next}\n");
        }

        return text.ToString();
    }
}
