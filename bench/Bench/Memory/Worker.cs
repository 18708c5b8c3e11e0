using System.Globalization;
using System.Security.Cryptography;
using ChartRelease.Oci;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Bench.Memory;

/// <summary>A process that pushes one archive with the core's client, reads it back, and says how much memory each took.</summary>
internal static class Worker
{
    private const string Tag = "1.0.0";

    /// <summary>Prints two numbers: megabytes after the push, and after everything was read back too.</summary>
    public static async Task<int> RunAsync(string archive, string registry)
    {
        var none = CancellationToken.None;
        var layer = Blob.FromFile(await DescribeAsync(archive), archive);
        var config = Blob.FromBytes(MediaTypes.HelmConfig, """{"name":"chart","version":"1.0.0","apiVersion":"v2"}"""u8.ToArray());
        var content = new OciManifest { Config = config.Descriptor, Layers = [layer.Descriptor], Annotations = new Dictionary<string, string>() };
        var manifest = Blob.FromBytes(MediaTypes.Manifest, OciManifestJson.Serialize(content));

        await using var target = new RegistryTarget((RegistryReference)TargetReference.Parse(registry), new RegistryOptions(), NullReleaseLog.Instance, TimeProvider.System);
        var repository = target.Repository("chart");
        if (await repository.ResolveAsync(Tag, none) is null)
        {
            await Task.WhenAll(repository.PushBlobAsync(config, none), repository.PushBlobAsync(layer, none));
            await repository.PushManifestAsync(manifest, Tag, none);
        }

        var pushed = ProcessMemory.Peak("self");
        await using (var published = await repository.FetchBlobAsync(layer.Descriptor, none))
        {
            await published.CopyToAsync(Stream.Null, none);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pushed:F1} {ProcessMemory.Peak("self"):F1}"));
        return 0;
    }

    private static async Task<Descriptor> DescribeAsync(string archive)
    {
        await using var file = File.OpenRead(archive);
        return new Descriptor(MediaTypes.HelmChart, Digest.FromSha256(await SHA256.HashDataAsync(file)), file.Length);
    }
}
