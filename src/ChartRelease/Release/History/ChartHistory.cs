using Semver;

namespace ChartRelease.Release.History;

/// <summary>What Git and the targets say of a chart's releases, and what changed since the last.</summary>
public sealed record ChartHistory
{
    /// <summary>Name of the chart.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder relative to the repository root; empty for the root itself.</summary>
    public required string Folder { get; init; }

    /// <summary>The version in the commit.</summary>
    public required SemVersion Version { get; init; }

    /// <summary>Every release that is known, highest version first; also those of other branches.</summary>
    public IReadOnlyList<KnownRelease> Releases { get; init; } = [];

    /// <summary>
    /// The release of the highest version that this commit follows: tagged on it or before it, or listed by a target and not known to come
    /// from another branch. <see langword="null"/> when the chart was never released.
    /// </summary>
    public KnownRelease? LastRelease { get; init; }

    /// <summary>The last release whose commit is known and part of this history: what changed is counted from there.</summary>
    public KnownRelease? Base { get; init; }

    /// <summary>As <see cref="Base"/>, prereleases left out.</summary>
    public KnownRelease? StableBase { get; init; }

    /// <summary>
    /// Whether the tree of the chart's folder, or of a local chart it depends on, is another one than at <see cref="Base"/>, however many
    /// commits led there and back; <see langword="null"/> without a base.
    /// </summary>
    public bool? HasChanged { get; init; }

    /// <summary>The commits since <see cref="Base"/> that touched the chart, newest first; empty when nothing is changed in the end.</summary>
    public IReadOnlyList<ChartCommit> Commits { get; init; } = [];

    /// <summary>
    /// The commits since <see cref="StableBase"/> that touched the chart, newest first; the same as <see cref="Commits"/> when the last
    /// release was no prerelease.
    /// </summary>
    public IReadOnlyList<ChartCommit> CommitsSinceStable { get; init; } = [];

    /// <summary>What a user should know: where Git and the targets disagree. Sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Why a target could not list its versions; <see langword="null"/> when all could.</summary>
    public Failure? Failure { get; init; }

    /// <summary>Fails when it cannot be told what changed since the last release.</summary>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.ReleaseUnknown"/>: the chart was released, and no commit is known for any release. Or why a target could not
    /// list its versions.
    /// </exception>
    public void ThrowIfUnknown()
    {
        if (Failure is not null)
        {
            throw new ChartReleaseException(Failure);
        }

        if (LastRelease is { } last && Base is null)
        {
            throw new ChartReleaseException(
                FailureReason.ReleaseUnknown,
                $"{Name} {last.Version} is published at {string.Join(", ", last.Targets)}, and neither a Git tag nor its manifest says from which commit.",
                "A Git tag on the commit of the last release, named as tag-template or tag-patterns say.",
                "If the tag is at the remote, fetch it: git fetch --tags (in GitHub Actions set 'fetch-depth: 0' for actions/checkout); if there is none, tag that commit; or give the version with --chart-version.");
        }
    }
}

/// <summary>The histories of a run's charts.</summary>
/// <param name="Commit">Full id of the commit they lead to.</param>
/// <param name="Charts">One entry per chart, in the order they were asked for.</param>
/// <param name="Notices">What a user should know of the repository as a whole, such as tags that are no versions. Sentences.</param>
public sealed record ReleaseHistory(string Commit, IReadOnlyList<ChartHistory> Charts, IReadOnlyList<string> Notices);
