using Semver;

namespace ChartRelease.Release.History;

/// <summary>What the targets list of a chart.</summary>
/// <param name="Targets">For each version the targets that list it, as written in the settings.</param>
/// <param name="Answered">The targets that could list, also those that list nothing.</param>
/// <param name="Failure">Why a target could not list; <see langword="null"/> when all could.</param>
internal sealed record PublishedVersions(
    IReadOnlyDictionary<SemVersion, IReadOnlyList<string>> Targets, IReadOnlyList<string> Answered, Failure? Failure)
{
    /// <summary>Nothing was asked, or nothing is there.</summary>
    public static PublishedVersions None { get; } = new(new Dictionary<SemVersion, IReadOnlyList<string>>(), [], null);
}
