using ChartRelease.Charts;
using ChartRelease.Git;
using ChartRelease.Release.History;
using ChartRelease.Versioning;
using Semver;

namespace ChartRelease.Release.Reading;

/// <summary>Gives charts the versions they are built with, when those do not come from Chart.yaml. No file is touched.</summary>
/// <param name="state">The repository.</param>
/// <param name="options">The settings of the run.</param>
/// <param name="history">Finds out what was released; called for snapshots.</param>
internal sealed class BuildVersions(RepositoryState state, ReleaseOptions options, Func<CancellationToken, Task<ReleaseHistory>> history)
{
    private readonly VersionSources _sources = options.VersionSources;

    /// <summary>The charts with those versions; the same ones when Chart.yaml says everything.</summary>
    /// <exception cref="ChartReleaseException">
    /// See <see cref="TaggedVersion.Find"/>; or, for a snapshot, <see cref="FailureReason.ShallowClone"/>, or that it is not known what was released.
    /// </exception>
    public async Task<IReadOnlyList<SourcedChart>> ApplyAsync(IReadOnlyList<SourcedChart> charts, CancellationToken cancellationToken)
    {
        if (_sources == VersionSources.Chart)
        {
            return charts;
        }

        var tags = _sources is { Version: VersionSource.Tag } or { AppVersion: VersionSource.Tag }
            ? await state.Repository.TagsAsync(cancellationToken).ConfigureAwait(false)
            : null;
        var snapshots = _sources.Version == VersionSource.Snapshot ? await SnapshotsAsync(cancellationToken).ConfigureAwait(false) : null;
        return [.. charts.Select(chart => chart with { Chart = Apply(chart.Chart, tags, snapshots) })];
    }

    private Chart Apply(Chart chart, IReadOnlyList<GitTag>? tags, IReadOnlyDictionary<string, SemVersion>? snapshots)
    {
        var tagged = tags is null ? null : TaggedVersion.Find(chart.Name, state.Tree.Commit, options.Commit, tags, options.TagPatterns.All);
        return ChartVersionOverride.Apply(
            chart,
            _sources.Version switch
            {
                VersionSource.Tag => $"{tagged!.Version}",
                VersionSource.Snapshot => $"{snapshots![chart.Name]}",
                _ => null,
            },
            _sources.AppVersion == VersionSource.Tag && tagged!.IsOfApplication ? tagged.Tag : null);
    }

    private async Task<IReadOnlyDictionary<string, SemVersion>> SnapshotsAsync(CancellationToken cancellationToken)
    {
        var read = await history(cancellationToken).ConfigureAwait(false);
        var commits = await state.Repository.HistoryAsync(state.Tree.Commit, cancellationToken).ConfigureAwait(false);
        if (commits.IsShallow)
        {
            throw Shallow();
        }

        return read.Charts.ToDictionary(chart => chart.Name, Of, StringComparer.Ordinal);

        SemVersion Of(ChartHistory chart)
        {
            chart.ThrowIfUnknown();
            var height = chart.Base is { } last ? commits.CountSince(last.Commit!) : commits.Count;
            return SnapshotVersion.Of(chart.Version, chart.LastRelease?.Version, height, state.Tree.Commit);
        }
    }

    private static ChartReleaseException Shallow() => new(
        FailureReason.ShallowClone,
        "This is a shallow clone: the commits since the last release, which a snapshot is named after, cannot be counted.",
        "The whole history.",
        "Fetch it: git fetch --unshallow --tags; in GitHub Actions set 'fetch-depth: 0' for actions/checkout.");
}
