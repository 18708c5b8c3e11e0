using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Packaging;

/// <summary>Puts together what is published of a chart whose archive is written.</summary>
internal static class PackagedCharts
{
    /// <summary>Makes config and manifest of an archive.</summary>
    public static PackagedChart Create(SourcedChart sourced, string path, Descriptor archive)
    {
        var config = Blob.FromBytes(MediaTypes.HelmConfig, ChartConfigJson.Serialize(sourced.Chart.Metadata));
        var manifest = ChartManifest.Create(sourced.Chart.Metadata, config.Descriptor, archive, sourced.Origin);
        return new PackagedChart
        {
            Chart = sourced.Chart,
            Origin = sourced.Origin,
            ArchivePath = path,
            Archive = Blob.FromFile(archive, path),
            Config = config,
            Manifest = Blob.FromBytes(MediaTypes.Manifest, OciManifestJson.Serialize(manifest)),
        };
    }

    /// <summary><c>FOLDER/NAME-VERSION.tgz</c>.</summary>
    public static string ArchivePath(Chart chart, string folder) => Path.Combine(folder, $"{chart.Name}-{chart.Version}.tgz");
}
