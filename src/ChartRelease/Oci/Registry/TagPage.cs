using System.Text.Json;
using System.Text.RegularExpressions;

namespace ChartRelease.Oci.Registry;

/// <summary>One page of tags (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-tags"/>).</summary>
/// <param name="Tags">Tags in the registry's order.</param>
/// <param name="Next">Where the next page is; <see langword="null"/> on the last one.</param>
internal sealed partial record TagPage(IReadOnlyList<string> Tags, string? Next)
{
    /// <summary>The tags of a body, those left out that are none; <see langword="null"/> when it is not a tag list.</summary>
    public static IReadOnlyList<string>? ReadTags(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var tags = document.RootElement.GetProperty("tags");
            return tags.ValueKind == JsonValueKind.Null
                ? []
                : [.. tags.EnumerateArray().Select(tag => tag.GetString() ?? throw new JsonException()).Where(Tag.IsValid)];
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The target of <c>rel="next"</c> in Link headers (<see href="https://www.rfc-editor.org/rfc/rfc8288#section-3"/>).</summary>
    public static string? ReadNext(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Link", out var links)
            ? links.Select(link => NextLink().Match(link)).FirstOrDefault(match => match.Success)?.Groups["target"].Value
            : null;

    [GeneratedRegex("""<(?<target>[^>]*)>\s*;[^<]*?\brel\s*=\s*"?next\b""", RegexOptions.IgnoreCase)]
    private static partial Regex NextLink();
}
