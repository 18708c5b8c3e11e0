using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing;
using GitReader = ChartRelease.Git.GitRepository;

namespace ChartRelease.Tests.Charts.Equivalence;

/// <summary>The set in a repository, packaged from the commit by this library and from the work tree by both helms, each helm in one process.</summary>
public sealed class PackagedSet : IAsyncLifetime
{
    /// <summary>Whose packages are the ones of this library.</summary>
    public const string Ours = "ours";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<(string Whose, string Helm), string> _lint = [];

    /// <summary>Full path of a package: ours, or that of a helm.</summary>
    public string PathOf(string whose, string chart) => _folder.Combine($"{whose}/{chart}-1.0.0.tgz");

    /// <summary>What a helm's lint says of all packages of one kind.</summary>
    public string Lint(string whose, string helm) => _lint[(whose, helm)];

    /// <summary>Runs helm beside the packages, so that it is told, and tells, the same names for all.</summary>
    /// <returns>Exit code, output and errors.</returns>
    public async Task<string> RunAsync(string helm, string whose, string[] arguments)
    {
        var result = await RealHelm.TryRunAsync(helm, _folder, arguments, TestContext.Current.CancellationToken, _folder.Combine(whose));
        return $"{result.ExitCode}\n{result.Output}\n{result.Error}";
    }

    public async ValueTask InitializeAsync()
    {
        using var repository = await GitRepository.CreateAsync();
        foreach (var chart in EquivalentCharts.All)
        {
            chart.Write(new ChartFiles(chart.Name, repository.Combine(chart.Name)).Chart().Write("values.yaml", "x: 1\n").Write("templates/all.yaml", ChartFiles.Template));
        }

        await repository.CommitAsync();
        Directory.CreateDirectory(_folder.Combine(Ours));
        await Task.WhenAll(PackAsync(repository), HelmPackAsync(repository, RealHelm.V3), HelmPackAsync(repository, RealHelm.V4));
        await Parallel.ForEachAsync([RealHelm.V3, RealHelm.V4], async (helm, _) =>
        {
            string[] lint = ["lint", .. EquivalentCharts.All.Select(chart => $"{chart.Name}-1.0.0.tgz")];
            var (ours, theirs) = (await RunAsync(helm, Ours, lint), await RunAsync(helm, helm, lint));
            lock (_lint)
            {
                (_lint[(Ours, helm)], _lint[(helm, helm)]) = (ours, theirs);
            }
        });
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task PackAsync(GitRepository repository)
    {
        var opened = await GitReader.OpenAsync(repository.Path, TestContext.Current.CancellationToken);
        await using var source = opened.OpenSource(await opened.ReadTreeAsync("HEAD", null, TestContext.Current.CancellationToken));
        foreach (var chart in EquivalentCharts.All)
        {
            await using var file = File.Create(PathOf(Ours, chart.Name));
            ChartArchiveWriter.Write(ChartReader.Read(source, chart.Name), file);
        }
    }

    // helm package holds what is locked and missing against a chart; our package does so where dependencies are completed, before this.
    private async Task HelmPackAsync(GitRepository repository, string helm)
    {
        Directory.CreateDirectory(_folder.Combine(helm));
        string[] folders = [.. EquivalentCharts.All.Select(chart => repository.Combine(chart.Name))];
        await RealHelm.RunAsync(helm, _folder, ["package", .. folders, "--destination", _folder.Combine(helm)], TestContext.Current.CancellationToken);
    }
}
