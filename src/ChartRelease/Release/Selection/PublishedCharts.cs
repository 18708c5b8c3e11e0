using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Oci.Layout;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Selection;

/// <summary>Finds out which charts of a target are meant. No repository is needed, unless the charts of one are meant.</summary>
/// <param name="options">The settings of the run.</param>
/// <param name="setting">The argument that names the target, for messages.</param>
internal sealed class PublishedCharts(ReleaseOptions options, string setting)
{
    /// <summary>The charts that were named; else all that an image layout holds; else those of this repository.</summary>
    /// <exception cref="ChartReleaseException">The settings ask for nothing that could be looked for.</exception>
    public async Task<IReadOnlyList<SelectedChart>> SelectAsync(IReleaseTarget source, CancellationToken cancellationToken)
    {
        var there = (source as LayoutTarget)?.Names();
        if (there is { Count: 0 })
        {
            throw NoCharts($"{source.Reference} holds no chart.", $"Correct {setting}, or publish there first.");
        }

        return options.Selection.Charts.Count > 0 ? ChartSelection.Select(options.Selection.Charts, source.Reference.Value, there)
            : there is not null ? [.. there.Select(name => new SelectedChart(name, IsNamed: false))]
            : await OwnChartsAsync(cancellationToken).ConfigureAwait(false);
    }

    // A registry does not list what stands under a path, so the charts of this repository are meant.
    private async Task<IReadOnlyList<SelectedChart>> OwnChartsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var state = await RepositoryState.ReadAsync(options, cancellationToken).ConfigureAwait(false);
            var committed = state.Repository.OpenSource(state.Tree);
            await using (committed.ConfigureAwait(false))
            {
                return
                [
                    .. state.Folders.Select(folder => new SelectedChart(ChartReader.Read(committed, folder).Name, IsNamed: true))
                        .DistinctBy(chart => chart.Name).OrderBy(chart => chart.Name, StringComparer.Ordinal),
                ];
            }
        }
        catch (ChartReleaseException exception) when (exception.Reason is FailureReason.NotARepository or FailureReason.ChartNotFound or FailureReason.RevisionNotFound)
        {
            throw NoCharts(
                $"A registry does not list its charts, and this folder does not say which are meant: {exception.Failure.Found}", "Name them with --charts=NAME,NAME.", exception);
        }
    }

    private static ChartReleaseException NoCharts(string found, string next, Exception? cause = null) =>
        new(new Failure(FailureReason.ChartNotFound, found, "Charts that are published.", next), cause);
}
