using ChartRelease.Release.Bumping;
using ChartRelease.Release.History;
using ChartRelease.Versioning;
using ChartRelease.Versioning.Commits;

namespace ChartRelease.Release.Planning;

/// <summary>What changed in a chart since its last release, and which version that asks for.</summary>
/// <param name="History">What was released, and the commits since.</param>
/// <param name="Changes">What the commits say; commits that were taken back count no more.</param>
/// <param name="Next">The version that <c>--bump=auto</c> would give; the one in the commit when it need not move.</param>
public sealed record ChartForecast(ChartHistory History, IReadOnlyList<CommitChange> Changes, VersionDecision Next)
{
    /// <summary>How many changes there are of each type, the most frequent first; <c>other</c> for commits of no convention, <c>!</c> for breaking ones.</summary>
    public IReadOnlyList<(string Kind, int Count)> Kinds =>
    [
        .. Changes
            .GroupBy(change => $"{change.Type ?? "other"}{(change.Impact == ChangeImpact.Breaking ? "!" : "")}", StringComparer.Ordinal)
            .Select(group => (Kind: group.Key, Count: group.Count()))
            .OrderByDescending(kind => kind.Count).ThenBy(kind => kind.Kind, StringComparer.Ordinal),
    ];

    /// <summary>Whether the version in the commit is not enough for what changed.</summary>
    public bool NeedsBump => Next.Version != History.Version;

    /// <summary>Forecasts a chart. Pure.</summary>
    /// <param name="history">What was released, and the commits since.</param>
    /// <param name="bump">What <c>--bump=auto</c> decides for it.</param>
    internal static ChartForecast Of(ChartHistory history, ChartBump bump) => new(
        history,
        bump.Facts.Changes ?? [],
        history is { LastRelease: { } last, Base: null }
            ? new VersionDecision(history.Version, $"no commit is known for {last.Version}")
            : new VersionDecision(bump.Next, bump.Why));
}
