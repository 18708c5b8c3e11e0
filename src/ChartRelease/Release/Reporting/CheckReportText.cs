using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ChartRelease.Release.Checking;

namespace ChartRelease.Release.Reporting;

/// <summary>Writes a check for machines and for Markdown. Pure.</summary>
public static class CheckReportText
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

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
    public static string Json(CheckReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("since", report.Since);
            json.WriteStartArray("charts");
            foreach (var chart in report.Charts)
            {
                json.WriteStartObject();
                json.WriteString("name", chart.Name);
                json.WriteString("path", chart.Folder);
                json.WriteString("before", chart.Before?.ToString());
                json.WriteString("version", chart.Version.ToString());
                json.WriteString("verdict", Name(chart.Verdict));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

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
}
