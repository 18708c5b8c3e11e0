using System.Text.RegularExpressions;

namespace ChartRelease.Oci.Referrers;

/// <summary>
/// The tag under which the list of a manifest's referrers stands where the registry keeps none
/// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#referrers-tag-schema"/>).
/// </summary>
public static partial class ReferrersTag
{
    private const int MaxHexLength = 64;

    /// <summary>The tag of a manifest's list, for example <c>sha256-…</c>.</summary>
    public static string Of(Digest subject) => $"{subject.Algorithm}-{(subject.Hex.Length > MaxHexLength ? subject.Hex[..MaxHexLength] : subject.Hex)}";

    /// <summary>Whether a tag is that of such a list, and so no version.</summary>
    public static bool Is(string tag) => Pattern().IsMatch(tag);

    [GeneratedRegex(@"\Asha(?:256|512)-[0-9a-f]{64}\z")]
    private static partial Regex Pattern();
}
