using ChartRelease.Release.Progress;

namespace Cake.Frosting.ChartRelease;

/// <summary>How far a phase is, at one moment.</summary>
/// <param name="Phase">What is being done.</param>
/// <param name="Rows">The steps, in the order of the plan.</param>
/// <param name="Elapsed">How long it takes so far.</param>
internal sealed record BoardState(ReleasePhase Phase, IReadOnlyList<BoardRow> Rows, TimeSpan Elapsed)
{
    /// <summary>Steps that ended.</summary>
    public int Done => Rows.Count(row => row.Outcome is not null);

    /// <summary>Bytes moved so far.</summary>
    public long Bytes => Rows.Sum(row => row.Bytes);

    /// <summary>Bytes of the steps that began.</summary>
    public long Total => Rows.Sum(row => row.Total);

    /// <summary>Requests that were repeated.</summary>
    public int Retries => Rows.Sum(row => row.Retries);
}
