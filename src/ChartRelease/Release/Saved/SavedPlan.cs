using System.Text.Json;

namespace ChartRelease.Release.Saved;

/// <summary>A plan that was written with <c>--output=json</c>.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Charts">The charts, by name.</param>
internal sealed record SavedPlan(string Commit, IReadOnlyList<SavedChart> Charts)
{
    /// <summary>Reads a plan.</summary>
    /// <param name="json">The document.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: it is no plan, or one of a later schema.</exception>
    public static SavedPlan Parse(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.GetProperty("schemaVersion").GetInt32() == 1
                ? new SavedPlan(Text(root, "commit"), [.. root.GetProperty("charts").EnumerateArray().Select(Chart)])
                : throw Invalid(name, "it is of another schemaVersion", null);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw Invalid(name, exception.Message, exception);
        }
    }

    private static SavedChart Chart(JsonElement chart) => new(
        Text(chart, "name"),
        Text(chart, "version"),
        Text(chart, "path"),
        Text(chart, "archiveDigest"),
        [.. chart.GetProperty("targets").EnumerateArray().Select(target => new SavedTarget(Text(target, "target"), Text(target, "action")))]);

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null.");

    private static ChartReleaseException Invalid(string name, string why, Exception? exception) => new(
        FailureReason.InvalidSettings,
        $"{name} cannot be read as a plan: {why}",
        "A plan of this program, schemaVersion 1.",
        $"Write one: ./build.sh --target=Plan --output=json > {name}",
        exception);
}

/// <summary>A chart of a saved plan.</summary>
internal sealed record SavedChart(string Name, string Version, string Path, string ArchiveDigest, IReadOnlyList<SavedTarget> Targets);

/// <summary>What a saved plan does with a chart at one target.</summary>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="Action">The action as JSON has it, for example <c>publish</c>.</param>
internal sealed record SavedTarget(string Target, string Action);
