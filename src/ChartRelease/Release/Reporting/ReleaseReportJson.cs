using System.Text.Json;
using ChartRelease.Release.Dependencies;

namespace ChartRelease.Release.Reporting;

/// <summary>Writes release.json, <c>schemaVersion</c> 1 (docs/reference/release-json.md).</summary>
public static class ReleaseReportJson
{
    /// <summary>The report as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(ReleaseReport report) => ReportJson.Serialize(json =>
    {
        json.WriteString("commit", report.Commit);
        json.WriteObjects("charts", report.Charts, Write);
    });

    private static void Write(Utf8JsonWriter json, ReportedChart chart)
    {
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
        json.WriteObjects("dependencies", chart.Dependencies, Write);
        json.WriteObjects("targets", chart.Targets, Write);
    }

    private static void Write(Utf8JsonWriter json, FetchedDependency dependency)
    {
        json.WriteString("name", dependency.Name);
        json.WriteString("version", dependency.Version);
        json.WriteString("repository", dependency.Repository);
        json.WriteString("digest", dependency.Digest.Value);
        json.WriteNumber("size", dependency.Size);
    }

    private static void Write(Utf8JsonWriter json, ReportedTarget target)
    {
        json.WriteString("target", target.Target);
        json.WriteString("reference", target.Reference);
        json.WriteString("manifestDigest", target.ManifestDigest?.Value);
        json.WriteBoolean("verified", target.Verified);
    }
}
