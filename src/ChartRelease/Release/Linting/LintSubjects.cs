using ChartRelease.Charts;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Linting;

/// <summary>The charts to lint, and folders on disk in which helm can look at them.</summary>
/// <param name="source">Where the files come from.</param>
/// <param name="folders">Chart folders relative to the repository root.</param>
/// <param name="root">Full path of the work tree when the files come from it, else <see langword="null"/>.</param>
/// <param name="dependencies">Fetches what is locked and missing.</param>
internal sealed class LintSubjects(IChartSource source, IReadOnlyList<string> folders, string? root, DependencyStage dependencies) : IDisposable
{
    private ScratchFolder? _scratch;

    /// <summary>Where the files come from.</summary>
    public IChartSource Source => source;

    /// <summary>Chart folders relative to the repository root.</summary>
    public IReadOnlyList<string> Folders => folders;

    /// <summary>Full path of a folder with the chart and all its dependencies: its own where that will do, else a staged copy.</summary>
    public async Task<string> OnDiskAsync(string folder, CancellationToken cancellationToken)
    {
        var chart = ChartReader.Read(source, folder);
        var complete = (await dependencies.CompleteAsync(chart, Neighbour, cancellationToken).ConfigureAwait(false)).Chart;
        if (root is not null && ReferenceEquals(complete, chart))
        {
            return Path.GetFullPath(Path.Combine(root, folder));
        }

        _scratch ??= new ScratchFolder();
        return ChartStaging.Export(complete, Path.Combine(_scratch.Path, folder), cancellationToken);
    }

    private Chart? Neighbour(string name) => folders.Select(folder => ChartReader.Read(source, folder)).FirstOrDefault(chart => chart.Name == name);

    /// <inheritdoc/>
    public void Dispose() => _scratch?.Dispose();
}
