using ChartRelease.Charts;
using ChartRelease.Git;

namespace ChartRelease.Release.History;

/// <summary>Finds where a chart stood in an earlier commit, by the name in its Chart.yaml.</summary>
internal sealed class FormerFolders(GitRepository repository)
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _folders = new(StringComparer.Ordinal);

    /// <summary>The folder of a chart in a commit; <see langword="null"/> when there was none of that name.</summary>
    public async Task<string?> FindAsync(string commit, string chart, CancellationToken cancellationToken)
    {
        if (!_folders.TryGetValue(commit, out var folders))
        {
            _folders[commit] = folders = await ReadAsync(commit, cancellationToken).ConfigureAwait(false);
        }

        return folders.GetValueOrDefault(chart);
    }

    private async Task<IReadOnlyDictionary<string, string>> ReadAsync(string commit, CancellationToken cancellationToken)
    {
        var tree = await repository.ReadTreeAsync(commit, folders: null, cancellationToken).ConfigureAwait(false);
        var source = repository.OpenSource(tree);
        await using (source.ConfigureAwait(false))
        {
            // The shortest path comes last and wins: a subchart of the same name is not the chart itself.
            return tree.Entries
                .Where(entry => entry.Kind is GitEntryKind.File or GitEntryKind.ExecutableFile && ChartFolders.Name(entry.Path) == ChartYaml.FileName)
                .OrderByDescending(entry => entry.Path.Length)
                .Select(entry => (Name: NameIn(source, entry), Folder: ChartFolders.Parent(entry.Path)))
                .Where(chart => chart.Name is not null)
                .GroupBy(chart => chart.Name!, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last().Folder is { Length: > 0 } folder ? folder : ".", StringComparer.Ordinal);
        }
    }

    private static string? NameIn(GitChartSource source, GitTreeEntry entry)
    {
        try
        {
            return ChartYaml.Parse(source.ReadAll(new SourceFile(entry.Path, entry.Size, entry.Id)), entry.Path).Metadata.Name;
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            // What was no chart then is not the one looked for.
            return null;
        }
    }
}
