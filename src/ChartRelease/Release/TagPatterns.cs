using ChartRelease.Versioning;

namespace ChartRelease.Release;

/// <summary>How Git tags name released versions.</summary>
/// <param name="All">The patterns, the preferred one first.</param>
/// <param name="AreExpected">Whether the settings say more than the default, so that a release without a tag is worth a word.</param>
public sealed record TagPatterns(IReadOnlyList<TagTemplate> All, bool AreExpected)
{
    /// <summary><c>{name}-{version}</c>, which no other tag is mistaken for.</summary>
    public static TagPatterns Default { get; } = new([TagTemplate.Parse("{name}-{version}")], false);

    /// <summary>These patterns, each once.</summary>
    public static TagPatterns Of(IReadOnlyList<TagTemplate> patterns) =>
        patterns.SequenceEqual(Default.All) ? Default : new TagPatterns([.. patterns.Distinct()], true);
}
