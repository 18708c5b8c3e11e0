namespace ChartRelease.Testing.Kill;

/// <summary>What came of killing the registry under a run.</summary>
public sealed record RestartReport
{
    /// <summary>Seed of the moments.</summary>
    public required int Seed { get; init; }

    /// <summary>Runs that succeeded all the same.</summary>
    public int Succeeded { get; set; }

    /// <summary>Runs that ended with an error.</summary>
    public int Failed { get; set; }

    /// <summary>Runs that needed a retry to succeed.</summary>
    public int Retried { get; set; }

    /// <summary>Tags that the registry left without content when it died; the next run filled each, or that is a violation.</summary>
    public int EmptyTags { get; set; }

    /// <summary>Incomplete tags, errors that are not told, runs that do not converge, other digests than those of an undisturbed run.</summary>
    public ICollection<string> Violations { get; } = [];

    /// <summary>All rounds.</summary>
    public int Rounds => Succeeded + Failed;

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', [$"seed {Seed}, {Rounds} restarts: {Succeeded} runs succeeded ({Retried} by retries), {Failed} failed", .. Violations]);
}
