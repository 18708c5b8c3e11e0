namespace ChartRelease.Testing;

/// <summary>A repository with charts, as a user has it, with a home of its own, in which the release host runs.</summary>
public sealed class ReleaseRepository : IDisposable
{
    private readonly TemporaryFolder _home = new();

    private ReleaseRepository(GitRepository git) => (Git, Setup) = (git, new HostSetup(git.Path) { Home = _home.Path });

    /// <summary>The repository.</summary>
    public GitRepository Git { get; }

    /// <summary>How runs are set up.</summary>
    public HostSetup Setup { get; set; }

    /// <summary>The user's home.</summary>
    public string Home => _home.Path;

    /// <summary>Makes a repository with one committed chart, <c>helm/demo</c> 0.1.0, unless other files are given.</summary>
    public static async Task<ReleaseRepository> CreateAsync(params string[] charts)
    {
        var repository = await EmptyAsync();
        foreach (var name in charts.Length == 0 ? ["demo"] : charts)
        {
            SmallChart.Write(repository.Git, name);
        }

        await repository.Git.CommitAsync("feat: a chart");
        return repository;
    }

    /// <summary>Makes a repository with the chart that this repository publishes, <c>helm/agentapi-proxy</c>.</summary>
    public static async Task<ReleaseRepository> CreateWithOwnChartAsync()
    {
        var repository = await EmptyAsync();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestTools.RepositoryRoot, "helm", "agentapi-proxy"), "*", SearchOption.AllDirectories))
        {
            repository.Git.Write(Path.GetRelativePath(TestTools.RepositoryRoot, file), await File.ReadAllTextAsync(file));
        }

        await repository.Git.CommitAsync("feat: a chart");
        return repository;
    }

    /// <summary>Makes a repository without a commit.</summary>
    public static async Task<ReleaseRepository> EmptyAsync()
    {
        var git = await GitRepository.CreateAsync();
        git.Write(".gitignore", "/artifacts/\n/.tools/\n");
        return new ReleaseRepository(git);
    }

    /// <summary>The same home and settings for another clone.</summary>
    public static ReleaseRepository Of(GitRepository git) => new(git);

    /// <summary>Sets a variable of later runs.</summary>
    public ReleaseRepository With(string name, string? value)
    {
        Setup = Setup.With(name, value);
        return this;
    }

    /// <summary>Runs the host in the repository.</summary>
    public Task<HostResult> RunAsync(params string[] arguments) => ReleaseHost.RunAsync(Setup, arguments);

    /// <summary>Runs a target of the host in the repository.</summary>
    public Task<HostResult> PublishAsync(params string[] arguments) => RunAsync(["--target=Publish", .. arguments]);

    /// <summary>Every file below a folder of the repository: content and time of change by path.</summary>
    public IReadOnlyDictionary<string, string> Snapshot(string folder = "artifacts") =>
        FolderSnapshot.Take(Git.Combine(folder));

    /// <summary>What runs left in the folder for temporary files.</summary>
    public IReadOnlyList<string> Leftovers() =>
        [.. Directory.EnumerateFileSystemEntries(HostSetup.Temporary(Home), "*", SearchOption.AllDirectories)];

    /// <inheritdoc/>
    public void Dispose()
    {
        Git.Dispose();
        _home.Dispose();
    }
}
