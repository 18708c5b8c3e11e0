using System.Text.Json;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Reporting;

/// <summary>Writes a plan as JSON, <c>schemaVersion</c> 1 (docs/reference/release-json.md).</summary>
public static class ReleasePlanJson
{
    /// <summary>The plan as UTF-8 JSON with a newline at its end.</summary>
    public static byte[] Serialize(ReleasePlan plan) => ReportJson.Serialize(json =>
    {
        json.WriteString("commit", plan.Commit);
        json.WriteObjects("charts", plan.Charts, Write);
        json.WriteArray("notices", plan.Notices, static (json, notice) => json.WriteStringValue(notice));
    });

    private static void Write(Utf8JsonWriter json, PlannedChart chart)
    {
        json.WriteString("name", chart.Chart.Chart.Name);
        json.WriteString("version", chart.Chart.Chart.Version);
        json.WriteString("path", chart.Chart.Chart.Path);
        json.WriteString("revision", chart.Chart.Origin?.Commit);
        json.WriteString("archiveDigest", chart.Chart.Archive.Descriptor.Digest.Value);
        json.WriteString("action", ActionName.Of(chart.Action));
        if (chart.Forecast is { } forecast)
        {
            Write(json, forecast);
        }

        json.WriteObjects("targets", chart.Targets, Write);
    }

    private static void Write(Utf8JsonWriter json, PlannedTarget target)
    {
        json.WriteString("target", target.Target);
        json.WriteString("reference", target.Reference);
        json.WriteString("action", ActionName.Of(target.Action));
        json.WriteString("why", target.Why);
    }

    private static void Write(Utf8JsonWriter json, ChartForecast forecast)
    {
        json.WriteString("released", forecast.History.LastRelease?.Version.ToString());
        json.WriteString("releasedTag", forecast.History.LastRelease?.Tag);
        json.WriteStartObject("changes");
        json.WriteNumber("count", forecast.Changes.Count);
        json.WriteStartObject("kinds");
        foreach (var (kind, count) in forecast.Kinds)
        {
            json.WriteNumber(kind, count);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("nextVersion", forecast.Next.Version.ToString());
        json.WriteString("nextWhy", forecast.Next.Why);
    }
}
