namespace ChartRelease.Testing.Kill;

/// <summary>What came of killing runs.</summary>
public sealed record KillReport
{
    /// <summary>Seed of the moments.</summary>
    public required int Seed { get; init; }

    /// <summary>How long an undisturbed run takes.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>Kills after which nothing of the round was stored.</summary>
    public int Before { get; set; }

    /// <summary>Kills after which something was stored, and the run had not ended.</summary>
    public int While { get; set; }

    /// <summary>Of those, the ones that left some charts published and others not.</summary>
    public int BetweenCharts { get; set; }

    /// <summary>Kills that came after the end of the run.</summary>
    public int After { get; set; }

    /// <summary>Incomplete tags, runs that do not converge, other digests than those of an undisturbed run.</summary>
    public ICollection<string> Violations { get; } = [];

    /// <summary>All kills.</summary>
    public int Rounds => Before + While + After;

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', [$"seed {Seed}, {Rounds} kills: {Before} before, {While} while, {After} after", .. Violations]);
}
