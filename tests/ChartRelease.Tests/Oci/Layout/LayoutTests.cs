using System.Text;
using ChartRelease.Oci;
using ChartRelease.Oci.Layout;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Oci.Layout;

/// <summary>A target in a folder of its own, and a chart to publish there.</summary>
public abstract class LayoutTests : IAsyncDisposable
{
    private protected const string Name = "app";

    private protected static readonly Blob Config = Blob.FromBytes(MediaTypes.HelmConfig, """{"name":"app","version":"1.0.0"}"""u8.ToArray());
    private protected static readonly Blob Archive = Blob.FromBytes(MediaTypes.HelmChart, Encoding.UTF8.GetBytes(new string('x', 100_000)));

    private readonly TemporaryFolder _folder = new();
    private readonly LayoutTarget _target;

    protected LayoutTests() => _target = Open();

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected IReleaseTarget Target => _target;

    private protected IRepository Repository => _target.Repository(Name);

    private protected string Folder => _folder.Path;

    private protected string LayoutPath(string relativePath) => _folder.Combine($"registry/{Name}/{relativePath}");

    private protected string BlobPath(Digest digest) => LayoutPath($"blobs/{digest.Algorithm}/{digest.Hex}");

    private protected LayoutTarget Open(TimeSpan? patience = null) =>
        new(new LayoutReference("registry"), _folder.Path, NullReleaseLog.Instance, patience ?? TimeSpan.FromMinutes(5));

    private protected static Blob Manifest(string revision = "1") => Blob.FromBytes(MediaTypes.Manifest, OciManifestJson.Serialize(new()
    {
        Config = Config.Descriptor,
        Layers = [Archive.Descriptor],
        Annotations = new Dictionary<string, string> { ["org.opencontainers.image.revision"] = revision },
    }));

    private protected static async Task PublishAsync(IRepository repository, string tag, Blob? manifest = null)
    {
        await repository.PushBlobAsync(Config, Token);
        await repository.PushBlobAsync(Archive, Token);
        await repository.PushManifestAsync(manifest ?? Manifest(), tag, Token);
    }

    private protected static async Task<FailureReason> ReasonAsync(Func<Task> action) => (await Assert.ThrowsAsync<ChartReleaseException>(action)).Reason;

    /// <summary>Every file below the test's folder with its content and the time of its last change.</summary>
    private protected IReadOnlyList<(string Path, string Content, DateTime Changed)> Snapshot() =>
        [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => (path, File.ReadAllText(path), File.GetLastWriteTimeUtc(path)))];

    public async ValueTask DisposeAsync()
    {
        await _target.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
