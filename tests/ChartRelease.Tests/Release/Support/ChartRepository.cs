using ChartRelease.Release;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Reading;
using ChartRelease.Testing;
using GitRepository = ChartRelease.Git.GitRepository;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Release.Support;

/// <summary>A real repository with charts, and the pipeline's view of it.</summary>
internal sealed class ChartRepository : IDisposable
{
    private readonly Repository _repository;

    private ChartRepository(Repository repository) => _repository = repository;

    public Repository Git => _repository;

    public string Root => _repository.Path;

    /// <summary>A repository in which each of these charts is committed at <c>helm/NAME</c>, version 1.0.0.</summary>
    public static async Task<ChartRepository> CreateAsync(params string[] charts)
    {
        var repository = new ChartRepository(await Repository.CreateAsync());
        foreach (var chart in charts)
        {
            repository.WriteChart(chart);
        }

        await repository.Git.CommitAsync("charts");
        return repository;
    }

    public static string ChartYaml(string name, string version = "1.0.0") =>
        $"apiVersion: v2\nname: {name}\nversion: {version}\nappVersion: \"1\"\n";

    public void WriteChart(string name, string version = "1.0.0") => _repository.Write($"helm/{name}/Chart.yaml", ChartYaml(name, version));

    /// <summary>Makes a bare repository in a temporary folder, and has the branch follow it as <c>origin</c>.</summary>
    public async Task<TemporaryFolder> FollowRemoteAsync()
    {
        var remote = new TemporaryFolder();
        await _repository.RunAsync("init", "--quiet", "--bare", "--initial-branch=main", remote.Path);
        await _repository.RunAsync("remote", "add", "origin", remote.Path);
        await _repository.RunAsync("push", "--quiet", "--set-upstream", "origin", "main");
        return remote;
    }

    public ReleaseOptions Options => new() { WorkingDirectory = Root };

    public async Task<GitRepository> OpenAsync() => await GitRepository.OpenAsync(Root, ReleaseAssert.Token);

    public Task<RepositoryState> StateAsync(ReleaseOptions? options = null) => RepositoryState.ReadAsync(options ?? Options, ReleaseAssert.Token);

    /// <summary>The charts as a release reads them.</summary>
    public async Task<ReleaseSource> ReadAsync(ReleaseOptions? options = null)
    {
        var state = await StateAsync(options);
        await using var committed = state.Repository.OpenSource(state.Tree);
        await using var dependencies = new DependencyStage(options ?? Options, NullReleaseLog.Instance);
        return await new ReleaseReader(state, new CommittedCharts(committed), (options ?? Options).AllowDirty, dependencies).ReadAsync(ReleaseAssert.Token);
    }

    /// <summary>A run that needs no helm.</summary>
    public ReleasePipeline Pipeline(ReleaseOptions? options = null) =>
        new(options ?? Options, _ => throw new InvalidOperationException("No helm is needed."), NullReleaseLog.Instance, NullReleaseProgress.Instance);

    public void Dispose() => _repository.Dispose();
}
