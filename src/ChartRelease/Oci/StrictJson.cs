using System.Text.Json;

namespace ChartRelease.Oci;

/// <summary>Reads JSON made by others. Every method throws <see cref="FormatException"/> with the words of the message to come.</summary>
internal static class StrictJson
{
    public static JsonElement Require(this JsonElement element, JsonValueKind kind, string name) =>
        element.ValueKind == kind ? element : throw new FormatException($"{name} is not of type {kind}.");

    public static JsonElement Property(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : throw new FormatException($"{name} is missing.");

    public static string RequireString(this JsonElement element, string name) => element.Require(JsonValueKind.String, name).GetString()!;

    /// <summary>A string that is shown to users: a server's line breaks and escape sequences have no business in our terminal.</summary>
    public static string RequireName(this JsonElement element, string name) =>
        element.RequireString(name) is var text && text.Any(char.IsControl) ? throw new FormatException($"{name} holds control characters.") : text;

    /// <summary>Reads <c>mediaType</c>, <c>digest</c> and <c>size</c> of a descriptor.</summary>
    public static Descriptor ReadDescriptor(this JsonElement element, string name)
    {
        element.Require(JsonValueKind.Object, name);
        var mediaType = element.Property("mediaType").RequireName($"{name}: mediaType");
        var digest = element.Property("digest").RequireName($"{name}: digest");
        var size = element.Property("size").Require(JsonValueKind.Number, $"{name}: size");
        return mediaType.Length == 0 ? throw new FormatException($"{name}: mediaType is empty.")
            : !Digest.TryParse(digest, out var parsed) ? throw new FormatException($"{name}: \"{digest}\" is not a digest.")
            : !size.TryGetInt64(out var bytes) || bytes < 0 ? throw new FormatException($"{name}: size {size.GetRawText()} is not a number of bytes.")
            : new Descriptor(mediaType, parsed, bytes);
    }
}
