using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Oci.Layout;
using ChartRelease.Release;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Reproduction;
using ChartRelease.Release.Selection;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reproduction;

/// <summary>A repository whose chart <c>app</c> is published in an image layout, by us or by somebody else.</summary>
internal sealed class Reproductions : IDisposable
{
    private const string Layout = "oci-layout:published";

    private Reproductions(ChartRepository repository) => Repository = repository;

    public ChartRepository Repository { get; }

    public static async Task<Reproductions> CreateAsync()
    {
        var repository = await ChartRepository.CreateAsync();
        repository.Git.Write("helm/app/Chart.yaml", "# A comment\napiVersion: v2\nname: app\nversion: 1.0.0\nappVersion: \"1\"\n");
        repository.Git.Write("helm/app/values.yaml", "greeting: hello\ncolor: blue\n");
        repository.Git.Write("helm/app/templates/config.yaml", "kind: ConfigMap\n");
        await repository.Git.CommitAsync("feat: app");
        return new(repository);
    }

    /// <summary>Publishes the committed charts as a release does.</summary>
    public async Task PublishAsync()
    {
        await using var pipeline = Pipeline(Repository.Options);
        await pipeline.PushAsync(verifyFollows: false, ReleaseAssert.Token);
    }

    /// <summary>Publishes any archive, as another program would.</summary>
    public async Task PublishAsync(byte[] archive, string version = "1.0.0", string? revision = null, string? config = null)
    {
        await using var target = new LayoutTarget((LayoutReference)TargetReference.Parse(Layout), Repository.Root, NullReleaseLog.Instance);
        var repository = target.Repository("app");
        var configuration = Blob.FromBytes(MediaTypes.HelmConfig, config is null ? ChartConfigJson.Serialize(await MetadataAsync()) : System.Text.Encoding.UTF8.GetBytes(config));
        var layer = Blob.FromBytes(MediaTypes.HelmChart, archive);
        var manifest = new OciManifest
        {
            Config = configuration.Descriptor,
            Layers = [layer.Descriptor],
            Annotations = revision is null ? [] : new Dictionary<string, string> { ["org.opencontainers.image.revision"] = revision },
        };
        await repository.PushBlobAsync(configuration, ReleaseAssert.Token);
        await repository.PushBlobAsync(layer, ReleaseAssert.Token);
        await repository.PushManifestAsync(Blob.FromBytes(MediaTypes.Manifest, OciManifestJson.Serialize(manifest)), version, ReleaseAssert.Token);
    }

    /// <summary>The archive that a release of HEAD builds.</summary>
    public async Task<byte[]> ArchiveAsync()
    {
        await using var pipeline = Pipeline(Repository.Options);
        return await File.ReadAllBytesAsync((await pipeline.PackageAsync(ReleaseAssert.Token))[0].ArchivePath, ReleaseAssert.Token);
    }

    /// <summary>Rebuilds all that is published.</summary>
    public async Task<ReproductionReport> ReproduceAsync(string? commit = null, BumpRequest? set = null, string? root = null)
    {
        var options = Repository.Options with { Selection = new PublishedSelection { Commit = commit }, Bump = set ?? BumpRequest.None };
        await using var pipeline = Pipeline(root is null ? options : options with { WorkingDirectory = root, Registries = [TargetReference.Parse($"oci-layout:{Repository.Git.Combine("published")}")] });
        return await pipeline.ReproduceAsync(ReleaseAssert.Token);
    }

    /// <summary>The one version that is published.</summary>
    public async Task<ReproducedChart> ReproduceOneAsync(string? commit = null, BumpRequest? set = null) => Assert.Single((await ReproduceAsync(commit, set)).Charts);

    public void Dispose() => Repository.Dispose();

    private async Task<ChartMetadata> MetadataAsync() => (await Repository.ReadAsync()).Charts[0].Chart.Metadata;

    private static ReleasePipeline Pipeline(ReleaseOptions options) => new(
        options.Registries[0].Value == TargetReference.Default ? options with { Registries = [TargetReference.Parse(Layout)] } : options,
        _ => throw new InvalidOperationException("No helm is needed."),
        NullReleaseLog.Instance,
        NullReleaseProgress.Instance);
}
