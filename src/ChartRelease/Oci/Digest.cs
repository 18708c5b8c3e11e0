using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace ChartRelease.Oci;

/// <summary>
/// A content digest, <c>sha256:&lt;64 hex&gt;</c> or <c>sha512:&lt;128 hex&gt;</c>
/// (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md#digests"/>).
/// </summary>
public sealed partial record Digest
{
    private Digest(string value) => Value = value;

    /// <summary>The digest as written.</summary>
    public string Value { get; }

    /// <summary>The part before the colon.</summary>
    public string Algorithm => Value[..Value.IndexOf(':', StringComparison.Ordinal)];

    /// <summary>The part after the colon, lower case.</summary>
    public string Hex => Value[(Value.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>The SHA-256 digest of these bytes.</summary>
    public static Digest Of(ReadOnlySpan<byte> content) => new($"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}");

    /// <summary>The digest of which these are the SHA-256 bytes.</summary>
    public static Digest FromSha256(ReadOnlySpan<byte> hash) =>
        hash.Length == SHA256.HashSizeInBytes
            ? new($"sha256:{Convert.ToHexStringLower(hash)}")
            : throw new ArgumentException("A SHA-256 hash has 32 bytes.", nameof(hash));

    /// <summary>Reads a digest.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidReference"/>: not a registered algorithm with the right length.</exception>
    public static Digest Parse(string value) => TryParse(value, out var digest)
        ? digest
        : throw new ChartReleaseException(
            FailureReason.InvalidReference,
            $"\"{value}\" is not a digest.",
            "sha256: and 64 lower-case hexadecimal digits, or sha512: and 128.",
            "Copy the digest from the registry or from release.json.");

    /// <summary>Reads a digest without throwing.</summary>
    public static bool TryParse([NotNullWhen(true)] string? value, [NotNullWhen(true)] out Digest? digest)
    {
        digest = value is not null && Pattern().IsMatch(value) ? new Digest(value) : null;
        return digest is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    [GeneratedRegex(@"\A(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})\z")]
    private static partial Regex Pattern();
}
