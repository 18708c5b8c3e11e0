using System.Text;
using System.Text.Json;

namespace ChartRelease.Oci;

/// <summary>Manifests as bytes (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/manifest.md"/>).</summary>
public static class OciManifestJson
{
    private static readonly JsonDocumentOptions _strict = new() { AllowDuplicateProperties = false };

    /// <summary>
    /// The canonical bytes: compact, keys in the order schemaVersion, mediaType, artifactType, config, layers, subject, annotations;
    /// annotations by ordinal order of the key; what is not there is left out; UTF-8 with nothing escaped that need not be.
    /// </summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: an annotation is not valid Unicode.</exception>
    public static byte[] Serialize(OciManifest manifest)
    {
        var json = new StringBuilder(1024)
            .Append("{\"schemaVersion\":2,\"mediaType\":").AppendJsonString(MediaTypes.Manifest);
        if (manifest.ArtifactType is { } artifactType)
        {
            json.Append(",\"artifactType\":").AppendJsonString(artifactType);
        }

        json.Append(",\"config\":").AppendDescriptor(manifest.Config)
            .Append(",\"layers\":[");
        for (var i = 0; i < manifest.Layers.Count; i++)
        {
            json.Append(i == 0 ? "" : ",").AppendDescriptor(manifest.Layers[i]);
        }

        json.Append(']');
        if (manifest.Subject is { } subject)
        {
            json.Append(",\"subject\":").AppendDescriptor(subject);
        }

        if (manifest.Annotations.Count > 0)
        {
            json.Append(",\"annotations\":").AppendMap(manifest.Annotations);
        }

        return json.Append('}').ToUtf8();
    }

    /// <summary>Reads a manifest. Fields that are not part of <see cref="OciManifest"/> are passed over; mediaType may be absent, as helm leaves it.</summary>
    /// <param name="bytes">The bytes as fetched, their digest already verified.</param>
    /// <param name="reference">Where they come from, for the message.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: not an image manifest.</exception>
    public static OciManifest Parse(ReadOnlySpan<byte> bytes, string reference)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.ToArray(), _strict);
            return ReadManifest(document.RootElement);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            // InvalidOperationException is what System.Text.Json throws for strings that are not UTF-8.
            throw new ChartReleaseException(
                FailureReason.RegistryError,
                $"{reference} is not the manifest of a chart: {exception.Message}",
                $"An image manifest of media type {MediaTypes.Manifest}.",
                "Look at what is published there, for example with: helm show chart. It was not made by helm push or by this program.",
                exception);
        }
    }

    private static OciManifest ReadManifest(JsonElement root)
    {
        root.Require(JsonValueKind.Object, "the document");
        if (root.TryGetProperty("mediaType", out var mediaType) && mediaType.RequireName("mediaType") is var type && type != MediaTypes.Manifest)
        {
            throw new FormatException(type == MediaTypes.Index ? "it is an image index." : $"its mediaType is \"{type}\".");
        }

        if (root.TryGetProperty("manifests", out _))
        {
            throw new FormatException("it is an image index.");
        }

        var schemaVersion = root.Property("schemaVersion").Require(JsonValueKind.Number, "schemaVersion");
        return !schemaVersion.TryGetInt32(out var version) || version != 2
            ? throw new FormatException("schemaVersion is not 2.")
            : new OciManifest
            {
                Config = root.Property("config").ReadDescriptor("config"),
                Layers = [.. root.Property("layers").Require(JsonValueKind.Array, "layers").EnumerateArray().Select(layer => layer.ReadDescriptor("layers"))],
                ArtifactType = root.ReadArtifactType(),
                Subject = root.ReadSubject(),
                Annotations = root.ReadAnnotations(),
            };
    }
}
