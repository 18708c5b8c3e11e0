using ChartRelease.Oci;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Reproduction;

/// <summary>Compares two manifests beside what they name. Pure.</summary>
internal static class ManifestComparison
{
    /// <summary>Annotations by name, then layers beside the chart; when neither differs and the bytes do, that.</summary>
    public static IEnumerable<Difference> Compare(ManifestContent published, ReadOnlyMemory<byte> rebuiltBytes, OciManifest rebuilt)
    {
        if (published.Bytes.Span.SequenceEqual(rebuiltBytes.Span))
        {
            return [];
        }

        List<Difference> differences = [.. Annotations(published.Manifest, rebuilt), .. Layers(published.Manifest, rebuilt)];
        return differences.Count > 0 || !published.Manifest.HasContentOf(rebuilt)
            ? differences
            : [new Difference(DifferenceKind.ManifestForm, "manifest", published.Descriptor.Digest.Value, Digest.Of(rebuiltBytes.Span).Value)];
    }

    private static IEnumerable<Difference> Annotations(OciManifest published, OciManifest rebuilt) =>
        from key in published.Annotations.Keys.Union(rebuilt.Annotations.Keys).Order(StringComparer.Ordinal)
        let there = published.Annotations.GetValueOrDefault(key)
        let here = rebuilt.Annotations.GetValueOrDefault(key)
        where there != here
        select new Difference(DifferenceKind.Annotation, key, there, here);

    // A rebuild has one layer, the chart.
    private static IEnumerable<Difference> Layers(OciManifest published, OciManifest rebuilt)
    {
        var chart = ChartLayer.Find(published);
        var others = published.Layers.Where(layer => layer != chart)
            .Select(layer => new Difference(DifferenceKind.Layer, layer.MediaType, layer.Digest.Value, null));
        return chart is not null && chart.MediaType != rebuilt.Layers[0].MediaType
            ? others.Prepend(new Difference(DifferenceKind.Layer, "media type of the chart", chart.MediaType, rebuilt.Layers[0].MediaType))
            : others;
    }
}
