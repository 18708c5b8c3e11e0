using System.Text;
using System.Text.Json;

namespace ChartRelease.Oci.Referrers;

/// <summary>Indexes as bytes.</summary>
public static class OciIndexJson
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>The canonical bytes: compact, the fields of each entry in the order mediaType, digest, size, annotations, artifactType.</summary>
    public static byte[] Serialize(OciIndex index) => Write(index.Manifests.Select(Text));

    /// <summary>Reads an index. Fields that are not part of <see cref="OciIndex"/> are passed over.</summary>
    /// <param name="bytes">The bytes as fetched.</param>
    /// <param name="reference">Where they come from, for the message.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: not an image index.</exception>
    public static OciIndex Parse(ReadOnlyMemory<byte> bytes, string reference) =>
        Read(bytes, reference, entries => new OciIndex([.. entries.Select(ReadEntry)]));

    /// <summary>Reads the entries of an index.</summary>
    internal static T Read<T>(ReadOnlyMemory<byte> bytes, string reference, Func<IReadOnlyList<JsonElement>, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, _strict);
            return read(Entries(document.RootElement));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // InvalidOperationException is what System.Text.Json throws for strings that are not UTF-8.
            throw new ChartReleaseException(
                FailureReason.RegistryError,
                $"{reference} is not a list of referrers: {exception.Message}",
                $"An image index of media type {MediaTypes.Index}.",
                "Look at what is published there, for example with: oras manifest fetch. It was not made by this program.",
                exception);
        }
    }

    private static IReadOnlyList<JsonElement> Entries(JsonElement root)
    {
        root.Require(JsonValueKind.Object, "the document");
        if (root.TryGetProperty("mediaType", out var mediaType) && mediaType.RequireName("mediaType") is var type && type != MediaTypes.Index)
        {
            throw new FormatException($"its mediaType is \"{type}\".");
        }

        var schemaVersion = root.Property("schemaVersion").Require(JsonValueKind.Number, "schemaVersion");
        if (!schemaVersion.TryGetInt32(out var version) || version != 2)
        {
            throw new FormatException("schemaVersion is not 2.");
        }

        // Go programs write null for an empty list.
        var manifests = root.Property("manifests");
        return manifests.ValueKind == JsonValueKind.Null
            ? []
            : [.. manifests.Require(JsonValueKind.Array, "manifests").EnumerateArray()];
    }

    private static Referrer ReadEntry(JsonElement entry) => new(entry.ReadDescriptor("manifests"))
    {
        ArtifactType = entry.ReadArtifactType(),
        Annotations = entry.ReadAnnotations(),
    };

    /// <summary>An index of entries that are written already.</summary>
    internal static byte[] Write(IEnumerable<string> entries) => new StringBuilder(1024)
        .Append("{\"schemaVersion\":2,\"mediaType\":").AppendJsonString(MediaTypes.Index)
        .Append(",\"manifests\":[").AppendJoin(',', entries).Append("]}").ToUtf8();

    /// <summary>One entry.</summary>
    internal static string Text(Referrer entry)
    {
        var json = new StringBuilder(256).AppendDescriptorFields(entry.Manifest);
        if (entry.Annotations.Count > 0)
        {
            json.Append(",\"annotations\":").AppendMap(entry.Annotations);
        }

        if (entry.ArtifactType is { } type)
        {
            json.Append(",\"artifactType\":").AppendJsonString(type);
        }

        return json.Append('}').ToString();
    }
}
