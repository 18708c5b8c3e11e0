using System.Text;
using ChartRelease.Oci;
using ChartRelease.Oci.Layout;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Artifacts that refer to a published chart, as oras attach would make them.</summary>
internal static class Attachments
{
    private const string Spdx = "application/spdx+json";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Attaches a bill of materials.</summary>
    /// <returns>The digest of its manifest.</returns>
    public static async Task<string> AttachAsync(string target, string chart, string tag, string name)
    {
        await using var open = Open(target);
        var repository = open.Repository(chart);
        var subject = await repository.ResolveAsync(tag, Stop);
        var (config, layer) = (
            Blob.FromBytes(MediaTypes.EmptyConfig, "{}"u8.ToArray()),
            Blob.FromBytes(Spdx, Encoding.UTF8.GetBytes($$"""{"spdxVersion":"SPDX-2.3","name":"{{name}}"}""")));
        var manifest = Blob.FromBytes(MediaTypes.Manifest, OciManifestJson.Serialize(new OciManifest
        {
            ArtifactType = Spdx,
            Config = config.Descriptor,
            Layers = [layer.Descriptor],
            Subject = subject!.Descriptor,
        }));
        await repository.PushBlobAsync(config, Stop);
        await repository.PushBlobAsync(layer, Stop);
        await repository.PushManifestAsync(manifest, Stop);
        return manifest.Descriptor.Digest.Value;
    }

    /// <summary>Digests of what is attached.</summary>
    public static async Task<IReadOnlyList<string>> ListAsync(string target, string chart, string tag)
    {
        await using var open = Open(target);
        var repository = open.Repository(chart);
        var subject = await repository.ResolveAsync(tag, Stop);
        return await repository.ListReferrersAsync(subject!.Descriptor.Digest, Spdx, Stop).Select(entry => entry.Manifest.Digest.Value).ToListAsync(Stop);
    }

    /// <summary>The content of an artifact.</summary>
    public static async Task<string> ReadAsync(string target, string chart, string digest)
    {
        await using var open = Open(target);
        var repository = open.Repository(chart);
        var manifest = await repository.FetchManifestAsync(Digest.Parse(digest), Stop);
        using var reader = new StreamReader(await repository.FetchBlobAsync(manifest.Manifest.Layers[0], Stop));
        return await reader.ReadToEndAsync(Stop);
    }

    private static IReleaseTarget Open(string target) => TargetReference.Parse(target) switch
    {
        LayoutReference layout => new LayoutTarget(layout, Environment.CurrentDirectory, NullReleaseLog.Instance),
        RegistryReference registry => new RegistryTarget(
            registry, new RegistryOptions { Environment = _ => null }, NullReleaseLog.Instance, TimeProvider.System),
        var other => throw new ArgumentOutOfRangeException(nameof(target), other, "No such target."),
    };
}
