using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Promotion;

namespace Cake.Frosting.ChartRelease;

/// <summary>Shows a promotion: to people two tables, the plan before and the result after; to machines the result alone.</summary>
/// <param name="format">The format of results.</param>
/// <param name="isShown">Whether tables are shown; not with <c>--verbosity=quiet</c>.</param>
internal sealed class PromotionOutput(OutputFormat format, bool isShown)
{
    public void Write(PromotionPlan plan)
    {
        if (format == OutputFormat.Text && isShown && plan.Steps.Count > 0)
        {
            TextTable.Write(
                ["Chart", "Version", "Action", "Why", "Target"],
                plan.Steps.Select(step => (IReadOnlyList<string>)[step.Chart, step.Version, PromotionWords.Of(step.Action), step.Why, step.Reference]));
        }
    }

    public void Write(PromotionReport report)
    {
        switch (format)
        {
            case OutputFormat.Json:
                ResultStream.Results.Write(System.Text.Encoding.UTF8.GetString(PromotionReportJson.Serialize(report)));
                break;
            case OutputFormat.Markdown:
                ResultStream.Results.Write(PromotionReportMarkdown.Render(report));
                break;
            case OutputFormat.Text when isShown && report.Charts.Count > 0:
                TextTable.Write(
                    ["Chart", "Version", "Action", "Digest", "Target"],
                    report.Charts.Select(chart => (IReadOnlyList<string>)
                        [chart.Step.Chart, chart.Step.Version, PromotionWords.Of(chart.Outcome), Short(chart.Digest), chart.Step.Target]));
                break;
            default:
                break;
        }
    }

    private static string Short(Digest? digest) => digest is null ? "" : $"{digest.Algorithm}:{digest.Hex[..12]}";
}
