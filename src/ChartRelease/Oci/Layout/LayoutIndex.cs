using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ChartRelease.Oci.Layout;

/// <summary>
/// The index.json of an image layout (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-index.md"/>).
/// Entries and fields that other programs wrote are kept as they are.
/// </summary>
internal sealed class LayoutIndex
{
    /// <summary>The annotation of an entry that names its tag.</summary>
    public const string TagAnnotation = "org.opencontainers.image.ref.name";

    private const string Manifests = "manifests";
    private const string Annotations = "annotations";

    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };
    private static readonly JsonWriterOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonElement _root;
    private readonly IReadOnlyList<JsonElement> _entries;

    private LayoutIndex(JsonElement root)
    {
        _root = root.Require(JsonValueKind.Object, "the document");
        _entries = [.. root.Property(Manifests).Require(JsonValueKind.Array, Manifests).EnumerateArray()];
        foreach (var entry in _entries)
        {
            _ = TagOf(entry.Require(JsonValueKind.Object, Manifests));
        }

        if (!root.Property("schemaVersion").Require(JsonValueKind.Number, "schemaVersion").TryGetInt32(out var version) || version != 2)
        {
            throw new FormatException("schemaVersion is not 2.");
        }
    }

    /// <summary>The bytes of an index without entries.</summary>
    public static ReadOnlySpan<byte> EmptyBytes => """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}"""u8;

    /// <summary>Whether the index has no entry.</summary>
    public bool IsEmpty => _entries.Count == 0;

    /// <summary>The tags, in the order of the entries. Names that other programs gave and that are no tags are left out.</summary>
    public IEnumerable<string> Tags => _entries.Select(TagOf).OfType<string>().Where(Tag.IsValid).Distinct(StringComparer.Ordinal);

    /// <summary>Reads an index.</summary>
    /// <exception cref="FormatException">It is no index; the message says why.</exception>
    /// <exception cref="JsonException">It is no JSON, or has the same key twice.</exception>
    /// <exception cref="InvalidOperationException">A string in it is not UTF-8.</exception>
    public static LayoutIndex Parse(ReadOnlyMemory<byte> bytes)
    {
        using var document = JsonDocument.Parse(bytes, _strict);
        return new LayoutIndex(document.RootElement.Clone());
    }

    /// <summary>What a tag points to, or <see langword="null"/>.</summary>
    /// <exception cref="FormatException">Its entry is damaged, or two entries carry the tag and name different content.</exception>
    public Descriptor? Find(string tag)
    {
        var found = _entries.Where(entry => TagOf(entry) == tag).Select(entry => entry.ReadDescriptor($"the entry of {tag}")).Distinct().ToList();
        return found.Count > 1 ? throw new FormatException($"it has several entries for {tag}.") : found.SingleOrDefault();
    }

    /// <summary>What the entries name, with and without a tag, each once.</summary>
    /// <exception cref="FormatException">An entry is damaged.</exception>
    public IReadOnlyList<Descriptor> Descriptors() => [.. _entries.Select(entry => entry.ReadDescriptor("an entry")).Distinct()];

    /// <summary>The bytes of this index with a tag pointing to a manifest. What the tag pointed to before stays, without the tag.</summary>
    public ReadOnlyMemory<byte> WithTag(string tag, Descriptor manifest) => With(tag, manifest);

    /// <summary>The bytes of this index with an entry without tag, as tools write referrers.</summary>
    public ReadOnlyMemory<byte> WithManifest(Descriptor manifest) => With(tag: null, manifest);

    private ReadOnlyMemory<byte> With(string? tag, Descriptor manifest)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _readable))
        {
            json.WriteStartObject();
            foreach (var property in _root.EnumerateObject())
            {
                if (property.NameEquals(Manifests))
                {
                    WriteEntries(json, tag, manifest);
                }
                else
                {
                    property.WriteTo(json);
                }
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private void WriteEntries(Utf8JsonWriter json, string? tag, Descriptor manifest)
    {
        json.WriteStartArray(Manifests);
        foreach (var entry in _entries)
        {
            if (tag is not null && TagOf(entry) == tag)
            {
                WriteUntagged(json, entry);
            }
            else
            {
                entry.WriteTo(json);
            }
        }

        json.WriteStartObject();
        json.WriteString("mediaType", manifest.MediaType);
        json.WriteString("digest", manifest.Digest.Value);
        json.WriteNumber("size", manifest.Size);
        if (tag is not null)
        {
            json.WriteStartObject(Annotations);
            json.WriteString(TagAnnotation, tag);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteUntagged(Utf8JsonWriter json, JsonElement entry)
    {
        json.WriteStartObject();
        foreach (var property in entry.EnumerateObject())
        {
            if (!property.NameEquals(Annotations))
            {
                property.WriteTo(json);
                continue;
            }

            json.WriteStartObject(Annotations);
            foreach (var annotation in property.Value.EnumerateObject().Where(annotation => !annotation.NameEquals(TagAnnotation)))
            {
                annotation.WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string? TagOf(JsonElement entry) =>
        entry.TryGetProperty(Annotations, out var annotations) && annotations.ValueKind != JsonValueKind.Null
        && annotations.Require(JsonValueKind.Object, Annotations).TryGetProperty(TagAnnotation, out var tag)
            ? tag.RequireString(TagAnnotation)
            : null;
}
