using ChartRelease.Versioning.Commits;
using Semver;

namespace ChartRelease.Release.Bumping;

/// <summary>What a bump would do to a chart.</summary>
/// <param name="Name">The chart's name.</param>
/// <param name="Current">The version in Chart.yaml.</param>
/// <param name="Released">Its last release; <see langword="null"/> when it was never released.</param>
/// <param name="Next">The version it would get; its own when it need not move.</param>
/// <param name="Why">Why, in a few words.</param>
/// <param name="Changes">What changed since the last release, newest first.</param>
public sealed record BumpProposal(string Name, SemVersion Current, SemVersion? Released, SemVersion Next, string Why, IReadOnlyList<CommitChange> Changes);
