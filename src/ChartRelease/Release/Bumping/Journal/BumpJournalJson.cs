using System.Text.Json;
using ChartRelease.Oci;
using ChartRelease.Release.Reporting;

namespace ChartRelease.Release.Bumping.Journal;

/// <summary>A journal as JSON; the old content of files is base64.</summary>
internal static class BumpJournalJson
{
    public static byte[] Serialize(BumpJournal journal) => ReportJson.Serialize(json =>
    {
        json.WriteString("head", journal.Head);
        json.WriteString("request", journal.Request);
        json.WriteString("subject", journal.Subject);
        json.WriteObjects("charts", journal.Charts, Write);
        json.WriteObjects("files", journal.Files, Write);
    });

    /// <summary>Reads a journal.</summary>
    /// <exception cref="FormatException">It is none, or one of another schema.</exception>
    public static BumpJournal Parse(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content);
            var root = document.RootElement;
            return root.GetProperty("schemaVersion").GetInt32() == 1
                ? new BumpJournal(Text(root, "head"), Text(root, "request"), Text(root, "subject"), All(root, "charts", Chart), All(root, "files", File))
                : throw new FormatException("it is of another schemaVersion");
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    private static void Write(Utf8JsonWriter json, BumpedChart chart)
    {
        json.WriteString("name", chart.Name);
        json.WriteString("file", chart.File);
        json.WriteString("oldVersion", chart.OldVersion);
        json.WriteString("newVersion", chart.NewVersion);
        json.WriteString("why", chart.Why);
        json.WriteArray("otherFiles", chart.OtherFiles, static (json, file) => json.WriteStringValue(file));
    }

    private static void Write(Utf8JsonWriter json, JournaledFile file)
    {
        json.WriteString("path", file.Path);
        json.WriteString("after", file.After?.Value);
        json.WriteString("before", file.Before is { } before ? Convert.ToBase64String(before) : null);
    }

    private static BumpedChart Chart(JsonElement chart) =>
        new(Text(chart, "name"), Text(chart, "file"), Text(chart, "oldVersion"), Text(chart, "newVersion"), Text(chart, "why"), [])
        {
            OtherFiles = All(chart, "otherFiles", static file => file.GetString() ?? throw new FormatException("a file is null")),
        };

    private static JournaledFile File(JsonElement file) => new(
        Text(file, "path"),
        file.GetProperty("before").GetString() is { } before ? Convert.FromBase64String(before) : null,
        file.GetProperty("after").GetString() is not { } after ? null : Digest.TryParse(after, out var digest) ? digest : throw new FormatException("a digest is none"));

    private static IReadOnlyList<T> All<T>(JsonElement element, string name, Func<JsonElement, T> read) =>
        [.. element.GetProperty(name).EnumerateArray().Select(read)];

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new FormatException($"{name} is null");
}
