using ChartRelease.Release.Planning;
using ChartRelease.Release.Publishing;
using ChartRelease.Release.Reading;
using ChartRelease.Release.Verification;

namespace ChartRelease.Release.Reporting;

/// <summary>Puts plan, outcomes and proofs together. Pure.</summary>
internal static class ReleaseReportBuilder
{
    public static ReleaseReport Build(
        ReleaseSource source, ReleasePlan plan, IReadOnlyList<PublishOutcome> outcomes, IReadOnlyList<VerifiedTarget> verified) =>
        new(source.Commit, [.. plan.Charts.Select(chart => Chart(source, chart, outcomes, verified))]);

    private static ReportedChart Chart(
        ReleaseSource source, PlannedChart planned, IReadOnlyList<PublishOutcome> outcomes, IReadOnlyList<VerifiedTarget> verified)
    {
        var chart = planned.Chart.Chart;
        return new ReportedChart
        {
            Name = chart.Name,
            Version = chart.Version,
            AppVersion = chart.Metadata.AppVersion,
            Path = chart.Path,
            Action = Action(planned, outcomes),
            ArchivePath = Relative(source.Root, planned.Chart.ArchivePath),
            Archive = planned.Chart.Archive.Descriptor,
            Targets = [.. planned.Targets.Select(target => Target(planned, target, verified))],
        };
    }

    private static ReportedTarget Target(PlannedChart planned, PlannedTarget target, IReadOnlyList<VerifiedTarget> verified)
    {
        var proof = verified.FirstOrDefault(item => item.Chart == planned.Chart && item.Target == target.Target);
        return new ReportedTarget(target.Target, target.Reference, proof?.ManifestDigest ?? target.Published?.Descriptor.Digest, proof is not null);
    }

    private static ReportedAction Action(PlannedChart planned, IReadOnlyList<PublishOutcome> outcomes) => planned.Action switch
    {
        ReleaseAction.Refuse => ReportedAction.Refused,
        ReleaseAction.Skip => ReportedAction.Skipped,
        ReleaseAction.Publish when outcomes.Any(outcome => outcome.Chart == planned && outcome.Failure is not null) => ReportedAction.Failed,
        ReleaseAction.Publish when outcomes.Any(outcome => outcome.Chart == planned) => ReportedAction.Published,
        // Planned and never executed: another chart of the run was refused.
        ReleaseAction.Publish => ReportedAction.Failed,
        var other => throw new ArgumentOutOfRangeException(nameof(planned), other, "No such action."),
    };

    private static string Relative(string root, string path)
    {
        var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal) ? path.Replace('\\', '/') : relative;
    }
}
