using ChartRelease.Release.Packaging;
using ChartRelease.Release.Publishing;

namespace ChartRelease.Release.Verification;

/// <summary>One chart at one target that is to be read back.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="SettledAt">When its tag can be trusted; <see langword="null"/> when this run did not write it.</param>
internal sealed record VerificationStep(PackagedChart Chart, string Target, long? SettledAt)
{
    /// <summary>What a push did or found done; without a push, every chart at every target.</summary>
    public static IReadOnlyList<VerificationStep> Of(
        IReadOnlyList<PublishOutcome> outcomes, IReadOnlyList<PackagedChart> charts, IEnumerable<string> targets) => outcomes.Count > 0
        ? [.. outcomes.Where(done => done.Failure is null).Select(done => new VerificationStep(done.Chart.Chart, done.Target.Target, done.SettledAt))]
        : [.. charts.SelectMany(chart => targets.Select(target => new VerificationStep(chart, target, null)))];
}
