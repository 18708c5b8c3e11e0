using System.Globalization;
using ChartRelease.Charts;
using ChartRelease.Oci;

namespace ChartRelease.Release.Packaging;

/// <summary>Makes the OCI manifest of a chart, with the annotations that helm derives from Chart.yaml.</summary>
public static class ChartManifest
{
    private const string Prefix = "org.opencontainers.image.";

    // What helm does not let Chart.yaml's own annotations replace, and what says where the chart came from.
    private static readonly string[] Fixed = [Prefix + "title", Prefix + "version", Prefix + "revision"];

    /// <summary>Builds the manifest.</summary>
    /// <param name="metadata">Chart.yaml.</param>
    /// <param name="config">Descriptor of the config.</param>
    /// <param name="layer">Descriptor of the archive.</param>
    /// <param name="origin">The commit the chart comes from; <see langword="null"/> for uncommitted content.</param>
    public static OciManifest Create(ChartMetadata metadata, Descriptor config, Descriptor layer, ChartOrigin? origin)
    {
        var annotations = new Dictionary<string, string>(StringComparer.Ordinal);
        Add(annotations, "description", metadata.Description);
        Add(annotations, "title", metadata.Name);
        Add(annotations, "version", metadata.Version);
        Add(annotations, "url", metadata.Home);
        Add(annotations, "source", metadata.Sources.Count > 0 ? metadata.Sources[0] : null);
        Add(annotations, "authors", string.Join(", ", metadata.Maintainers.Select(Author)));
        Add(annotations, "created", origin?.Time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        Add(annotations, "revision", origin?.Commit);
        foreach (var (key, value) in metadata.Annotations.Where(annotation => !Fixed.Contains(annotation.Key)))
        {
            annotations[key] = value;
        }

        return new OciManifest { Config = config, Layers = [layer], Annotations = annotations };
    }

    private static string Author(ChartMaintainer maintainer) =>
        string.IsNullOrEmpty(maintainer.Email) ? maintainer.Name : $"{maintainer.Name} ({maintainer.Email})";

    private static void Add(Dictionary<string, string> annotations, string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            annotations[Prefix + name] = value;
        }
    }
}
