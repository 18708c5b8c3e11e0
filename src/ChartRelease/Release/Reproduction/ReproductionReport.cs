namespace ChartRelease.Release.Reproduction;

/// <summary>What the rebuilds say.</summary>
/// <param name="Charts">One entry per target and version: as the targets were given, then by name and by precedence of the version.</param>
/// <param name="Failures">What was asked for and not found, and what could not be listed.</param>
public sealed record ReproductionReport(IReadOnlyList<ReproducedChart> Charts, IReadOnlyList<Failure> Failures)
{
    /// <summary>Every failure there is.</summary>
    public IReadOnlyList<Failure> AllFailures => [.. Failures.Concat(Charts.Select(chart => chart.Failure).OfType<Failure>()).Distinct()];

    /// <summary>Fails unless everything is identical; every difference is named.</summary>
    /// <exception cref="ChartReleaseException">The failure, or a list of them.</exception>
    public void ThrowIfFailed() => FailureList.ThrowIfAny(AllFailures);
}
