using System.Text;
using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Tests.Release.Support;

/// <summary>Packaged charts without files: the bytes of the archive are any text.</summary>
internal static class Packages
{
    public static ChartOrigin Origin { get; } =
        new("1234567890123456789012345678901234567890", new DateTimeOffset(2026, 1, 2, 5, 4, 5, TimeSpan.FromHours(2)));

    public static ChartMetadata Metadata(string name = "app", string version = "1.2.3") => new() { ApiVersion = "v2", Name = name, Version = version };

    public static PackagedChart Create(string name = "app", string version = "1.2.3", string archive = "archive", string config = "{}") =>
        Create(Metadata(name, version), archive, config);

    public static PackagedChart Create(ChartMetadata metadata, string archive = "archive", string config = "{}", ChartOrigin? origin = null)
    {
        var (layer, configuration) = (
            Blob.FromBytes(MediaTypes.HelmChart, Encoding.UTF8.GetBytes($"{archive} of {metadata.Name}")),
            Blob.FromBytes(MediaTypes.HelmConfig, Encoding.UTF8.GetBytes(config)));
        var manifest = ChartManifest.Create(metadata, configuration.Descriptor, layer.Descriptor, origin ?? Origin);
        return new PackagedChart
        {
            Chart = new Chart { Path = $"helm/{metadata.Name}", Metadata = metadata, Files = [], Source = NoFiles.Instance },
            Origin = origin ?? Origin,
            ArchivePath = $"/repository/artifacts/charts/{metadata.Name}-{metadata.Version}.tgz",
            Archive = layer,
            Config = configuration,
            Manifest = Blob.FromBytes(MediaTypes.Manifest, OciManifestJson.Serialize(manifest)),
        };
    }

    /// <summary>What a registry answers when it holds this manifest.</summary>
    public static ManifestContent Published(OciManifest manifest)
    {
        var bytes = OciManifestJson.Serialize(manifest);
        return new ManifestContent(new Descriptor(MediaTypes.Manifest, Digest.Of(bytes), bytes.Length), bytes, manifest);
    }

    /// <summary>What a registry answers when it holds this chart.</summary>
    public static ManifestContent Published(PackagedChart chart) => Published(ManifestOf(chart));

    public static OciManifest ManifestOf(PackagedChart chart)
    {
        using var stream = (MemoryStream)chart.Manifest.OpenAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        return OciManifestJson.Parse(stream.ToArray(), "test");
    }

    private sealed class NoFiles : IChartSource
    {
        public static NoFiles Instance { get; } = new();

        public IReadOnlyList<SourceFile> List(string folder) => [];

        public Stream Open(SourceFile file) => throw new InvalidOperationException("There are no files.");
    }
}
