using System.Text.Json;
using ChartRelease.Release.Reporting;

namespace ChartRelease.Release.Reproduction;

/// <summary>Writes a reproduction as JSON, <c>schemaVersion</c> 1 (docs/reproducibility.md).</summary>
public static class ReproductionReportJson
{
    /// <summary>The report as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(ReproductionReport report) => ReportJson.Serialize(json =>
    {
        json.WriteObjects("charts", report.Charts, Write);
        json.WriteArray("failures", report.Failures, ReportJson.WriteFailure);
    });

    private static void Write(Utf8JsonWriter json, ReproducedChart chart)
    {
        json.WriteString("name", chart.Chart);
        json.WriteString("version", chart.Version);
        json.WriteString("target", chart.Target);
        json.WriteString("reference", chart.Reference);
        json.WriteString("outcome", ReproductionWords.Code(chart.Outcome));
        json.WriteString("commit", chart.Commit);
        json.WriteString("publishedDigest", chart.Published?.Value);
        json.WriteString("rebuiltDigest", chart.Rebuilt?.Value);
        json.WriteObjects("differences", chart.Differences, Write);
        json.WriteFailureMember(chart.Failure);
    }

    private static void Write(Utf8JsonWriter json, Difference difference)
    {
        json.WriteString("kind", ReproductionWords.Code(difference.Kind));
        json.WriteBoolean("content", difference.IsContent);
        json.WriteString("name", difference.Name);
        json.WriteString("published", difference.Published);
        json.WriteString("rebuilt", difference.Rebuilt);
        json.WriteNumber("entries", difference.Entries);
        json.WriteString("diff", difference.Diff);
    }
}
