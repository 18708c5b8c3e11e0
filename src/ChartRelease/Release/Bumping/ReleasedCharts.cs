using ChartRelease.Charts;
using ChartRelease.Git;

namespace ChartRelease.Release.Bumping;

/// <summary>Reads charts as they were released.</summary>
internal sealed class ReleasedCharts(GitRepository repository)
{
    /// <summary>What an annotation of a chart said in a commit; <see langword="null"/> when it was not there, nor the chart.</summary>
    public async Task<string?> AnnotationAsync(string commit, Chart chart, string name, CancellationToken cancellationToken)
    {
        var file = ChartFolders.Combine(chart.Path, ChartYaml.FileName);
        var tree = await repository.ReadTreeAsync(commit, [file], cancellationToken).ConfigureAwait(false);
        if (tree.Entries.FirstOrDefault(entry => entry.Path == file) is not { } entry)
        {
            return null;
        }

        var source = repository.OpenSource(tree);
        await using (source.ConfigureAwait(false))
        {
            return ChartYaml.Parse(source.ReadAll(new SourceFile(file, entry.Size, entry.Id)), file).Metadata.Annotations.GetValueOrDefault(name);
        }
    }
}
