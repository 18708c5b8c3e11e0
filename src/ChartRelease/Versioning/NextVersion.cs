using ChartRelease.Versioning.Commits;
using Semver;

namespace ChartRelease.Versioning;

/// <summary>
/// Decides the next version of a chart. Pure. Every result is higher than the last release; made twice, <see cref="BumpKind.Auto"/> changes
/// nothing the second time.
/// </summary>
public static class NextVersion
{
    /// <summary>Decides.</summary>
    /// <param name="facts">What is known of the chart.</param>
    /// <param name="kind">What was asked for.</param>
    /// <param name="preid">First identifier of a prerelease that begins; see <see cref="VersionBump.Next"/>.</param>
    /// <exception cref="ChartReleaseException">See <see cref="VersionBump.Next"/>.</exception>
    public static VersionDecision Decide(VersionFacts facts, BumpKind kind, string preid = "rc") => kind switch
    {
        BumpKind.Auto => Automatic(facts),
        BumpKind.Prerelease => Prerelease(facts, preid),
        _ => new VersionDecision(VersionBump.Next(facts.Highest, kind), $"--bump={VersionBump.Word(kind)}"),
    };

    /// <summary>The part that changes raise: breaking ones the major one, below 1.0.0 the minor one; features the minor one; all others the patch.</summary>
    public static BumpKind KindOf(ChangeImpact impact, SemVersion released) => impact switch
    {
        ChangeImpact.Breaking => released.Major.IsZero ? BumpKind.Minor : BumpKind.Major,
        ChangeImpact.Feature => BumpKind.Minor,
        ChangeImpact.Patch => BumpKind.Patch,
        _ => throw new ArgumentOutOfRangeException(nameof(impact), impact, "Unknown impact."),
    };

    private static VersionDecision Automatic(VersionFacts facts)
    {
        if (facts is not { Released: { } released, Changes: { } changes })
        {
            return new VersionDecision(facts.Current, facts.Released is null ? "never released" : $"unchanged since {facts.Released}");
        }

        var (required, why) = Required(released, changes);
        if (facts.Current.ComparePrecedenceTo(released) > 0 && Core(facts.Current).ComparePrecedenceTo(Core(required)) >= 0)
        {
            return new VersionDecision(facts.Current, $"above {released} already");
        }

        // A prerelease ends when somebody says so (--bump=release), not because a commit came in.
        return new VersionDecision(released.IsPrerelease ? Continue(released, Core(required)) : required, why);
    }

    private static VersionDecision Prerelease(VersionFacts facts, string preid)
    {
        var start = facts.Highest;
        if (facts is not { Released: { } released, Changes: { } changes })
        {
            return new VersionDecision(VersionBump.Next(start, BumpKind.Prerelease, preid), "--bump=prerelease");
        }

        var (required, why) = Required(released, changes);
        return Core(required).ComparePrecedenceTo(VersionBump.Next(start, BumpKind.Patch)) > 0
            ? new VersionDecision(VersionBump.FirstPrerelease(Core(required), preid), why)
            : new VersionDecision(VersionBump.Next(start, BumpKind.Prerelease, preid), "--bump=prerelease");
    }

    private static (SemVersion Version, string Why) Required(SemVersion released, IReadOnlyList<CommitChange> changes)
    {
        var decisive = CommitChanges.Decisive(changes);
        var kind = KindOf(decisive?.Impact ?? ChangeImpact.Patch, released);
        return (VersionBump.Next(released, kind), decisive is null ? "changed" : $"{decisive}");
    }

    /// <summary>The next prerelease of the same name, of a higher core if that is needed.</summary>
    private static SemVersion Continue(SemVersion released, SemVersion core)
    {
        var name = released.PrereleaseIdentifiers[0] is { NumericValue: null } first ? first.Value : "rc";
        return core == Core(released) ? VersionBump.Next(released, BumpKind.Prerelease, name) : VersionBump.FirstPrerelease(core, name);
    }

    private static SemVersion Core(SemVersion version) => version.WithoutPrereleaseOrMetadata();
}
