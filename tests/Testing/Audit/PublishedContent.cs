using System.Security.Cryptography;
using System.Text.Json;

namespace ChartRelease.Testing.Audit;

/// <summary>A manifest or blob as its descriptor announces it; read without the code under test.</summary>
/// <param name="Digest">The digest, <c>sha256:HEX</c>.</param>
/// <param name="Size">Size in bytes.</param>
internal sealed record PublishedContent(string Digest, long Size)
{
    /// <summary>The digest of these bytes.</summary>
    public static string DigestOf(ReadOnlySpan<byte> bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";

    /// <summary>Reads a descriptor.</summary>
    public static PublishedContent Of(JsonElement descriptor) =>
        new(descriptor.GetProperty("digest").GetString()!, descriptor.GetProperty("size").GetInt64());

    /// <summary>Config and layers of a manifest.</summary>
    public static IReadOnlyList<PublishedContent> OfManifest(ReadOnlySpan<byte> manifest)
    {
        using var document = JsonDocument.Parse(manifest.ToArray());
        var root = document.RootElement;
        return [Of(root.GetProperty("config")), .. root.GetProperty("layers").EnumerateArray().Select(Of)];
    }

    /// <summary>What is wrong with the bytes that were found, or <see langword="null"/>.</summary>
    /// <param name="bytes">The bytes; <see langword="null"/> when there are none.</param>
    public string? Fault(byte[]? bytes) =>
        bytes is null ? $"{Digest} is missing"
        : bytes.Length != Size ? $"{Digest} has {bytes.Length} bytes instead of {Size}"
        : DigestOf(bytes) != Digest ? $"{Digest} has the digest {DigestOf(bytes)}"
        : null;
}
