using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChartRelease.Release.Reproduction;

/// <summary>Writes a reproduction as JSON, <c>schemaVersion</c> 1 (docs/reproducibility.md).</summary>
public static class ReproductionReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(ReproductionReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
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

    private static void Write(Utf8JsonWriter json, ReproducedChart chart)
    {
        json.WriteStartObject();
        json.WriteString("name", chart.Chart);
        json.WriteString("version", chart.Version);
        json.WriteString("target", chart.Target);
        json.WriteString("reference", chart.Reference);
        json.WriteString("outcome", ReproductionWords.Code(chart.Outcome));
        json.WriteString("commit", chart.Commit);
        json.WriteString("publishedDigest", chart.Published?.Value);
        json.WriteString("rebuiltDigest", chart.Rebuilt?.Value);
        json.WriteStartArray("differences");
        foreach (var difference in chart.Differences)
        {
            Write(json, difference);
        }

        json.WriteEndArray();
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

    private static void Write(Utf8JsonWriter json, Difference difference)
    {
        json.WriteStartObject();
        json.WriteString("kind", ReproductionWords.Code(difference.Kind));
        json.WriteBoolean("content", difference.IsContent);
        json.WriteString("name", difference.Name);
        json.WriteString("published", difference.Published);
        json.WriteString("rebuilt", difference.Rebuilt);
        json.WriteNumber("entries", difference.Entries);
        json.WriteString("diff", difference.Diff);
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
