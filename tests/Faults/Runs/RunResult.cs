using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Faults.Runs;

/// <summary>What came of a run.</summary>
public sealed record RunResult
{
    /// <summary>What it said.</summary>
    public required RunOutcome Outcome { get; init; }

    /// <summary>Why it failed, if it was ours.</summary>
    public FailureReason? Reason { get; init; }

    /// <summary>Everything it wrote anywhere.</summary>
    public required string Text { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Time { get; init; }

    /// <summary>What it would have waited, if it was ours: its waits are over at once.</summary>
    public TimeSpan Waited { get; init; }

    /// <summary>What the registry holds.</summary>
    public required HeldContent Held { get; init; }

    /// <summary>The digest the tag points to.</summary>
    public required string? Digest { get; init; }

    /// <summary>The digest of what ours publishes.</summary>
    public required string Expected { get; init; }

    /// <summary>What it asked the registry.</summary>
    public required IReadOnlyList<RecordedExchange> Exchanges { get; init; }

    /// <summary>What it asked the other origin.</summary>
    public required IReadOnlyList<RecordedExchange> Elsewhere { get; init; }

    /// <summary>The secrets that stand in <see cref="Text"/>, in any form.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>Whether it made any request that the script is about.</summary>
    public bool MetTheFault => Exchanges.Any(exchange => exchange.IsFaulty);

    /// <summary>All of it, for who has to find out what went wrong.</summary>
    public override string ToString() => $"""
        {Outcome} {Reason}, the registry holds {Held} ({Exchanges.Count} requests, {Elsewhere.Count} elsewhere)
        {string.Join('\n', Exchanges)}
        elsewhere: {string.Join('\n', Elsewhere)}
        {Text}
        """;
}
