using System.Text.Encodings.Web;
using System.Text.Json;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Reporting;

/// <summary>Writes a plan as JSON, <c>schemaVersion</c> 1 (docs/reference/release-json.md).</summary>
public static class ReleasePlanJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The plan as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(ReleasePlan plan)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteStartArray("charts");
            foreach (var chart in plan.Charts)
            {
                json.WriteStartObject();
                json.WriteString("name", chart.Chart.Chart.Name);
                json.WriteString("version", chart.Chart.Chart.Version);
                json.WriteString("path", chart.Chart.Chart.Path);
                json.WriteString("revision", chart.Chart.Origin?.Commit);
                json.WriteString("archiveDigest", chart.Chart.Archive.Descriptor.Digest.Value);
                json.WriteString("action", Name(chart.Action));
                json.WriteStartArray("targets");
                foreach (var target in chart.Targets)
                {
                    json.WriteStartObject();
                    json.WriteString("target", target.Target);
                    json.WriteString("reference", target.Reference);
                    json.WriteString("action", Name(target.Action));
                    json.WriteString("why", target.Why);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static string Name(ReleaseAction action) => action.ToString().ToLowerInvariant();
}
