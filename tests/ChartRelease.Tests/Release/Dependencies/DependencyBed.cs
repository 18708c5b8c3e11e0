using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Dependencies;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Dependencies;

/// <summary>Charts in a folder, locked as helm locks them, and a machine of their own to complete them on.</summary>
internal sealed class DependencyBed : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>What the stages told.</summary>
    public RecordingLog Log { get; } = new();

    /// <summary>The environment of the machine: a cache, and nothing else.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    /// <summary>Where that cache is.</summary>
    public string Cache => _folder.Combine("cache/chart-release/dependencies/sha256");

    public ReleaseOptions Options { get; set; }

    public DependencyBed()
    {
        Environment["XDG_CACHE_HOME"] = _folder.Combine("cache");
        Options = new() { WorkingDirectory = _folder.Path, Registry = new() { Environment = name => Environment.GetValueOrDefault(name), Attempts = 1 } };
    }

    public TemporaryFolder Folder => _folder;

    /// <summary>No other chart is published together with the one at hand.</summary>
    public static Func<string, Chart?> Alone { get; } = _ => null;

    /// <summary>Finds charts that are published together with the one at hand.</summary>
    public Func<string, Chart?> Neighbours { get; set; } = Alone;

    public static ChartDependency On(string repository, string name = "leaf", string version = "1.0.0") =>
        new() { Name = name, Version = version, Repository = repository };

    /// <summary>Writes <c>helm/NAME</c> with dependencies and their lock.</summary>
    public void Write(string name, params ChartDependency[] dependencies)
    {
        _folder.Write($"helm/{name}/Chart.yaml", ChartRepository.ChartYaml(name) + List(dependencies));
        if (dependencies.Length > 0)
        {
            _folder.Write($"helm/{name}/Chart.lock", $"{List(dependencies)}digest: {DependencyDigest.Compute(dependencies, dependencies)}\n");
        }
    }

    /// <summary>An archive of a chart with one template.</summary>
    public static byte[] Archive(string name = "leaf", string version = "1.0.0", string content = "kind: ConfigMap\n")
    {
        var source = new Charts.MemoryChartSource().Add("Chart.yaml", ChartRepository.ChartYaml(name, version)).Add("templates/a.yaml", content);
        using var buffer = new MemoryStream();
        ChartArchiveWriter.Write(source.Read(), buffer, ReleaseAssert.Token);
        return buffer.ToArray();
    }

    public Chart Read(string name) => ChartReader.Read(new WorkTreeChartSource(_folder.Path), $"helm/{name}");

    /// <summary>A new run, with nothing of the ones before but the cache.</summary>
    public DependencyStage Stage() => new(Options, Log);

    public async Task<CompletedChart> CompleteAsync(string name = "app")
    {
        await using var stage = Stage();
        return await stage.CompleteAsync(Read(name), Neighbours, ReleaseAssert.Token);
    }

    public Task<Failure> FailsAsync(FailureReason reason, string name = "app") => ReleaseAssert.FailsAsync(reason, () => CompleteAsync(name));

    /// <summary>Completes a chart and gives the bytes of one archive that was added.</summary>
    public async Task<byte[]> FetchAsync(string archive = "leaf-1.0.0.tgz")
    {
        await using var stage = Stage();
        var complete = await stage.CompleteAsync(Read("app"), Neighbours, ReleaseAssert.Token);
        return complete.Chart.Source.ReadAll(complete.Chart.Files.Single(file => file.Path == $"charts/{archive}"));
    }

    public static string Sha256(byte[] content) => Digest.Of(content).Hex;

    public void Dispose() => _folder.Dispose();

    private static string List(ChartDependency[] dependencies) => dependencies.Length == 0 ? "" : "dependencies:\n" + string.Concat(dependencies.Select(
        dependency => $"  - name: {dependency.Name}\n    version: \"{dependency.Version}\"\n    repository: \"{dependency.Repository}\"\n"));
}
