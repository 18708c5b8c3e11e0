using System.Text.Json;
using ChartRelease.Release.Reporting;

namespace ChartRelease.Release.Promotion;

/// <summary>Writes a promotion as JSON, <c>schemaVersion</c> 1 (docs/guide/promoting.md).</summary>
public static class PromotionReportJson
{
    /// <summary>The report as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(PromotionReport report) => ReportJson.Serialize(json =>
    {
        json.WriteString("from", report.From.Value);
        json.WriteObjects("charts", report.Charts, Write);
        json.WriteArray("failures", report.Failures, ReportJson.WriteFailure);
    });

    private static void Write(Utf8JsonWriter json, PromotedChart chart)
    {
        json.WriteString("name", chart.Step.Chart);
        json.WriteString("version", chart.Step.Version);
        json.WriteString("target", chart.Step.Target);
        json.WriteString("reference", chart.Step.Reference);
        json.WriteString("action", PromotionWords.Of(chart.Outcome));
        json.WriteString("why", chart.Step.Why);
        json.WriteString("sourceDigest", chart.Step.Source?.Descriptor.Digest.Value);
        json.WriteString("manifestDigest", chart.Digest?.Value);
        json.WriteNumber("referrersCopied", chart.Referrers);
        json.WriteNumber("bytesSent", chart.BytesSent);
        json.WriteFailureMember(chart.Failure);
    }
}
