using System.Security.Cryptography;

namespace ChartRelease.Oci;

/// <summary>Compares content with its digest.</summary>
internal static class ContentCheck
{
    /// <summary>The algorithm of a digest.</summary>
    public static HashAlgorithmName Algorithm(Digest digest) =>
        digest.Algorithm == "sha512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;

    /// <summary>Whether the bytes have the digest.</summary>
    public static bool IsDigestOf(Digest digest, ReadOnlySpan<byte> bytes) => Matches(digest, CryptographicOperations.HashData(Algorithm(digest), bytes));

    /// <summary>Whether a hash is the one of the digest.</summary>
    public static bool Matches(Digest digest, byte[] hash) => Convert.ToHexStringLower(hash) == digest.Hex;

    /// <summary>The failure of content that is not what it was announced as.</summary>
    public static ChartReleaseException Mismatch(string what, string found, string expected) => new(
        FailureReason.DigestMismatch,
        $"{what} is not what it was announced as: {found}.",
        expected,
        "Run the same command again. If it stays so, the content is damaged where it is stored, or changed on the way.");
}
