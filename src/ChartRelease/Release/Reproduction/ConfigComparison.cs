using System.Text.Json;
using System.Text.Json.Nodes;

namespace ChartRelease.Release.Reproduction;

/// <summary>Compares two configs, which are Chart.yaml as JSON. Pure.</summary>
internal static class ConfigComparison
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Nothing for the same bytes; else one difference, of form or of content.</summary>
    public static IEnumerable<Difference> Compare(ReadOnlyMemory<byte> published, ReadOnlyMemory<byte> rebuilt)
    {
        if (published.Span.SequenceEqual(rebuilt.Span))
        {
            return [];
        }

        var (there, here) = (Parse(published), Parse(rebuilt));
        return there is not null && JsonNode.DeepEquals(there, here)
            ? [new Difference(DifferenceKind.ConfigForm, "config", null, null)]
            : [new Difference(DifferenceKind.Config, "config", Words(published), Words(rebuilt)) { Diff = TextDiff.Create(Lines(there, published), Lines(here, rebuilt)) }];
    }

    private static string Words(ReadOnlyMemory<byte> config) => FileFacts.Words(config.Length, Oci.Digest.Of(config.Span).Hex);

    private static byte[] Lines(JsonNode? node, ReadOnlyMemory<byte> json)
    {
        if (node is null)
        {
            return json.ToArray();
        }

        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            node.WriteTo(writer);
        }

        return buffer.ToArray();
    }

    private static JsonNode? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonNode.Parse(json.Span, documentOptions: Strict);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
