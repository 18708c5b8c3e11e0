using ChartRelease.Oci;
using ChartRelease.Release.Progress;

namespace Cake.Frosting.ChartRelease;

/// <summary>How far a step is.</summary>
internal sealed record BoardRow(ProgressStep Step)
{
    /// <summary>When it began; <see langword="null"/> while it waits.</summary>
    public TimeSpan? Started { get; init; }

    /// <summary>How long it took, or takes so far.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Bytes moved so far.</summary>
    public long Bytes { get; init; }

    /// <summary>Bytes there are.</summary>
    public long Total { get; init; }

    /// <summary>Requests that were repeated.</summary>
    public int Retries { get; init; }

    /// <summary>How it ended; <see langword="null"/> before.</summary>
    public StepOutcome? Outcome { get; init; }

    /// <summary>The digest that was read back.</summary>
    public Digest? Manifest { get; init; }

    /// <summary>Whether it is under way.</summary>
    public bool IsRunning => Started is not null && Outcome is null;
}
