using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChartRelease.Release.Promotion;

/// <summary>Writes a promotion as JSON, <c>schemaVersion</c> 1 (docs/guide/promoting.md).</summary>
public static class PromotionReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(PromotionReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("from", report.From.Value);
            json.WriteStartArray("charts");
            foreach (var chart in report.Charts)
            {
                Write(json, chart);
            }

            json.WriteEndArray();
            json.WriteStartArray("failures");
            foreach (var failure in report.Failures)
            {
                Write(json, failure);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PromotedChart chart)
    {
        json.WriteStartObject();
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
        json.WritePropertyName("failure");
        if (chart.Failure is { } failure)
        {
            Write(json, failure);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Failure failure)
    {
        json.WriteStartObject();
        json.WriteString("reason", failure.Reason.ToString());
        json.WriteString("found", failure.Found);
        json.WriteString("expected", failure.Expected);
        json.WriteString("next", failure.Next);
        json.WriteEndObject();
    }
}
