using System.Text;
using ChartRelease.Oci;

namespace ChartRelease.Tests.Oci.Referrers;

/// <summary>Artifacts that refer to a manifest, as oras attach makes them.</summary>
internal static class Artifacts
{
    public const string Spdx = "application/spdx+json";

    public static Blob EmptyConfig { get; } = Blob.FromBytes(MediaTypes.EmptyConfig, "{}"u8.ToArray());

    public static Blob Layer(string content) => Blob.FromBytes(Spdx, Encoding.UTF8.GetBytes($$"""{"name":"{{content}}"}"""));

    public static Blob Manifest(Descriptor subject, string content, string? artifactType = Spdx) => Blob.FromBytes(
        MediaTypes.Manifest,
        OciManifestJson.Serialize(new OciManifest
        {
            ArtifactType = artifactType,
            Config = EmptyConfig.Descriptor,
            Layers = [Layer(content).Descriptor],
            Subject = subject,
            Annotations = new Dictionary<string, string> { ["title"] = content },
        }));

    /// <summary>Attaches one, blobs first.</summary>
    /// <returns>Its digest.</returns>
    public static async Task<Descriptor> AttachAsync(
        IRepository repository, Descriptor subject, string content, CancellationToken cancellationToken, string? artifactType = Spdx)
    {
        var manifest = Manifest(subject, content, artifactType);
        await repository.PushBlobAsync(EmptyConfig, cancellationToken);
        await repository.PushBlobAsync(Layer(content), cancellationToken);
        await repository.PushManifestAsync(manifest, cancellationToken);
        return manifest.Descriptor;
    }
}
