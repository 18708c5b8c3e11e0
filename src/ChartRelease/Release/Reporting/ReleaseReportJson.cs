using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChartRelease.Release.Reporting;

/// <summary>Writes release.json, <c>schemaVersion</c> 1 (docs/reference/release-json.md).</summary>
public static class ReleaseReportJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The report as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(ReleaseReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("schemaVersion", 1);
            json.WriteString("commit", report.Commit);
            json.WriteStartArray("charts");
            foreach (var chart in report.Charts)
            {
                Write(json, chart);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        buffer.WriteByte((byte)'\n');
        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, ReportedChart chart)
    {
        json.WriteStartObject();
        json.WriteString("name", chart.Name);
        json.WriteString("version", chart.Version);
        json.WriteString("appVersion", chart.AppVersion);
        json.WriteString("path", chart.Path);
        json.WriteString("action", chart.Action.ToString().ToLowerInvariant());
        json.WriteStartObject("archive");
        json.WriteString("path", chart.ArchivePath);
        json.WriteString("digest", chart.Archive.Digest.Value);
        json.WriteNumber("size", chart.Archive.Size);
        json.WriteEndObject();
        json.WriteStartArray("dependencies");
        foreach (var dependency in chart.Dependencies)
        {
            json.WriteStartObject();
            json.WriteString("name", dependency.Name);
            json.WriteString("version", dependency.Version);
            json.WriteString("repository", dependency.Repository);
            json.WriteString("digest", dependency.Digest.Value);
            json.WriteNumber("size", dependency.Size);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("targets");
        foreach (var target in chart.Targets)
        {
            json.WriteStartObject();
            json.WriteString("target", target.Target);
            json.WriteString("reference", target.Reference);
            json.WriteString("manifestDigest", target.ManifestDigest?.Value);
            json.WriteBoolean("verified", target.Verified);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
