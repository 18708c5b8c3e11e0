using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using ChartRelease.Oci;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>A chart small enough to publish in every test, and real enough for helm.</summary>
internal sealed class SampleChart
{
    private SampleChart(Blob config, Blob layer, Blob manifest)
    {
        Config = config;
        Layer = layer;
        Manifest = manifest;
    }

    public Blob Config { get; }

    public Blob Layer { get; }

    public Blob Manifest { get; }

    public static SampleChart Create(string description = "A test chart")
    {
        var config = Blob.FromBytes(
            MediaTypes.HelmConfig, Encoding.UTF8.GetBytes($$"""{"name":"app","version":"1.0.0","description":"{{description}}","apiVersion":"v2"}"""));
        var layer = Blob.FromBytes(MediaTypes.HelmChart, Archive(description));
        var manifest = OciManifestJson.Serialize(new OciManifest { Config = config.Descriptor, Layers = [layer.Descriptor] });
        return new(config, layer, Blob.FromBytes(MediaTypes.Manifest, manifest));
    }

    /// <summary>Publishes it as a release does: blobs first, the tag last.</summary>
    public async Task PublishAsync(IRepository repository, CancellationToken cancellationToken, string tag = "1.0.0")
    {
        await repository.PushBlobAsync(Config, cancellationToken);
        await repository.PushBlobAsync(Layer, cancellationToken);
        await repository.PushManifestAsync(Manifest, tag, cancellationToken);
    }

    public static byte[] Bytes(Blob blob)
    {
        using var content = new MemoryStream();
        using var source = blob.OpenAsync(CancellationToken.None).AsTask().GetAwaiter().GetResult();
        source.CopyTo(content);
        return content.ToArray();
    }

    private static byte[] Archive(string description)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        using (var tar = new TarWriter(gzip))
        {
            var chart = $"apiVersion: v2\nname: app\nversion: 1.0.0\ndescription: {description}\n";
            var entry = new PaxTarEntry(TarEntryType.RegularFile, "app/Chart.yaml") { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(chart)) };
            tar.WriteEntry(entry);
        }

        return bytes.ToArray();
    }
}
