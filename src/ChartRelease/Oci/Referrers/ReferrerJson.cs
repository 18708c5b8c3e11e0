using System.Text.Json;

namespace ChartRelease.Oci.Referrers;

/// <summary>Reads from a manifest or an index whether it refers to another.</summary>
internal static class ReferrerJson
{
    /// <summary>What it refers to and how a list would show it, or <see langword="null"/> when it has no subject.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: neither a manifest nor an index.</exception>
    public static (Digest Subject, Referrer Referrer)? Read(Descriptor descriptor, ReadOnlySpan<byte> bytes, string reference)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes.ToArray());
            var root = document.RootElement.Require(JsonValueKind.Object, "the document");
            return root.ReadSubject() is { } subject
                ? (subject.Digest, new Referrer(descriptor)
                {
                    ArtifactType = root.ReadArtifactType() ?? (descriptor.MediaType == MediaTypes.Manifest ? root.Property("config").ReadDescriptor("config").MediaType : null),
                    Annotations = root.ReadAnnotations(),
                })
                : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException)
        {
            throw new ChartReleaseException(
                FailureReason.RegistryError,
                $"{reference} is not what its media type says: {exception.Message}",
                $"A manifest or an index, {descriptor.MediaType}.",
                "Delete it there, or publish it again with the program that made it.",
                exception);
        }
    }
}
