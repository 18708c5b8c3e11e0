using System.Text;
using System.Text.Json;
using ChartRelease.Release.Checking;

namespace ChartRelease.Release.Reporting;

/// <summary>Writes a check for machines and for Markdown. Pure.</summary>
public static class CheckReportText
{
    /// <summary><c>unchanged</c>, <c>new</c>, <c>raised</c> or <c>bump-needed</c>.</summary>
    public static string Name(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Unchanged => "unchanged",
        CheckVerdict.New => "new",
        CheckVerdict.Raised => "raised",
        CheckVerdict.BumpNeeded => "bump-needed",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };

    /// <summary>The check as JSON with a newline at its end; <c>schemaVersion</c> 1.</summary>
    public static string Json(CheckReport report) => Encoding.UTF8.GetString(ReportJson.Serialize(json =>
    {
        json.WriteString("since", report.Since);
        json.WriteObjects("charts", report.Charts, Write);
    }));

    /// <summary>The check as a Markdown table.</summary>
    public static string Markdown(CheckReport report)
    {
        var text = new StringBuilder("| Chart | Before | Version | Verdict |\n|---|---|---|---|\n");
        foreach (var chart in report.Charts)
        {
            text.Append($"| {chart.Name} | {chart.Before} | {chart.Version} | {Name(chart.Verdict)} |\n");
        }

        return text.ToString();
    }

    private static void Write(Utf8JsonWriter json, CheckedChart chart)
    {
        json.WriteString("name", chart.Name);
        json.WriteString("path", chart.Folder);
        json.WriteString("before", chart.Before?.ToString());
        json.WriteString("version", chart.Version.ToString());
        json.WriteString("verdict", Name(chart.Verdict));
    }
}
