using System.Text.Json;

namespace ChartRelease.Tools;

/// <summary>
/// Reads <c>tools.json</c>. By hand, because every run needs it for a few strings: compiling the serializer's generic code would take
/// longer than everything else that finding helm does.
/// </summary>
internal static class ToolManifestReader
{
    /// <summary>Reads a manifest; what it does not know is an error (<see cref="JsonException"/> or <see cref="KeyNotFoundException"/>).</summary>
    public static ToolManifest Read(Stream stream)
    {
        using var json = JsonDocument.Parse(stream);
        return new ToolManifest(json.RootElement.GetProperty("schemaVersion").GetInt32(), List(json.RootElement, "tools", Tool));
    }

    private static ToolDefinition Tool(JsonElement json) =>
        new(Text(json, "name"), Text(json, "version"), Map(json, "platforms", Platform), OptionalText(json, "onPath"));

    private static ToolPlatform Platform(JsonElement json) =>
        new(Text(json, "executable"), List(json, "sources", Source), OptionalText(json, "sha256"));

    private static ToolSource Source(JsonElement json) => Text(json, "kind") switch
    {
        "archive" => new ArchiveSource(
            new Uri(Text(json, "url")),
            Text(json, "member"),
            OptionalText(json, "sha256"),
            OptionalText(json, "checksumUrl") is { } checksum ? new Uri(checksum) : null),
        "npm" => new NpmSource(Text(json, "package"), Text(json, "layer"), Text(json, "member")),
        "debian" => new DebianSource(
            List(json, "packages", package => new DebianPackage(Text(package, "name"), Text(package, "version"), Text(package, "sha256"))),
            json.TryGetProperty("files", out _) ? Map(json, "files", file => file.GetString()!) : null),
        "dotnetTool" => new DotnetToolSource(Text(json, "package"), Text(json, "sha256")),
        var kind => throw new JsonException($"There is no kind of source \"{kind}\"."),
    };

    private static string Text(JsonElement json, string name) =>
        json.GetProperty(name).GetString() ?? throw new JsonException($"{name} is null.");

    private static string? OptionalText(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static List<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        var items = new List<T>();
        foreach (var item in json.GetProperty(name).EnumerateArray())
        {
            items.Add(read(item));
        }

        return items;
    }

    private static Dictionary<string, T> Map<T>(JsonElement json, string name, Func<JsonElement, T> read)
    {
        var items = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var item in json.GetProperty(name).EnumerateObject())
        {
            items.Add(item.Name, read(item.Value));
        }

        return items;
    }
}
