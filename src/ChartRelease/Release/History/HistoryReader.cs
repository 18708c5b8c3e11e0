using ChartRelease.Git;

namespace ChartRelease.Release.History;

/// <summary>Reads what was released and what changed since, for all charts together.</summary>
/// <param name="repository">The repository.</param>
/// <param name="tags">How released versions are named by Git tags.</param>
/// <param name="published">What the targets say.</param>
/// <param name="parallelism">Most charts that targets are asked about at once.</param>
internal sealed class HistoryReader(GitRepository repository, TagPatterns tags, IPublishedReleases published, int parallelism)
{
    /// <summary>Reads the histories of charts.</summary>
    /// <param name="commit">Full id of the commit they lead to.</param>
    /// <param name="charts">The charts, with distinct names.</param>
    /// <param name="cancellationToken">Ends git and requests.</param>
    /// <exception cref="ChartReleaseException">
    /// A shallow clone hides what is needed (<see cref="FailureReason.ShallowClone"/>); two patterns match one tag
    /// (<see cref="FailureReason.InvalidSettings"/>).
    /// </exception>
    public async Task<ReleaseHistory> ReadAsync(string commit, IReadOnlyList<HistorySubject> charts, CancellationToken cancellationToken)
    {
        var asking = Steps.TakeAsync(charts, parallelism, (chart, stop) => published.ListAsync(chart.Name, stop), cancellationToken);
        var tagged = TaggedReleases.Read(
            await repository.TagsAsync(cancellationToken).ConfigureAwait(false), tags.All, [.. charts.Select(chart => chart.Name)]);
        var reading = tagged.Any ? repository.HistoryAsync(commit, cancellationToken) : null;
        var listed = Steps.All(await asking.ConfigureAwait(false), cancellationToken);

        // Nothing was ever released: then there is nothing to look back to, however long the history is.
        if (reading is null && listed.All(versions => versions.Targets.Count == 0))
        {
            return new ReleaseHistory(
                commit, [.. charts.Zip(listed, (chart, versions) => new ReleaseChoice(chart, [], versions).Decide([]))], tagged.Notices);
        }

        var history = await (reading ?? repository.HistoryAsync(commit, cancellationToken)).ConfigureAwait(false);
        var looks = new ReleaseLook(history, tags.AreExpected, published);
        var chosen = await Steps.TakeAsync(
            [.. charts.Zip(listed)],
            parallelism,
            (pair, stop) => looks.ChooseAsync(pair.First, tagged.Of(pair.First.Name), pair.Second, stop),
            cancellationToken).ConfigureAwait(false);
        var changes = new HistoryChanges(repository, history);
        return new ReleaseHistory(
            commit,
            await changes.FillAsync([.. charts.Zip(Steps.All(chosen, cancellationToken))], cancellationToken).ConfigureAwait(false),
            tagged.Notices);
    }
}
