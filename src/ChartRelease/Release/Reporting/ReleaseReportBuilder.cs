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
        IReadOnlyList<ReportedTarget> targets = [.. planned.Targets.Select(target => Target(planned, target, outcomes, verified))];
        return new ReportedChart
        {
            Name = chart.Name,
            Version = chart.Version,
            AppVersion = chart.Metadata.AppVersion,
            Path = chart.Path,
            Action = targets.Max(target => target.Action),
            ArchivePath = Relative(source.Root, planned.Chart.ArchivePath),
            Archive = planned.Chart.Archive.Descriptor,
            Dependencies = source.Charts.FirstOrDefault(sourced => sourced.Chart.Path == chart.Path)?.Dependencies ?? [],
            Targets = targets,
        };
    }

    private static ReportedTarget Target(
        PlannedChart planned, PlannedTarget target, IReadOnlyList<PublishOutcome> outcomes, IReadOnlyList<VerifiedTarget> verified)
    {
        var outcome = outcomes.FirstOrDefault(item => item.Chart == planned && item.Target == target);
        var proof = verified.FirstOrDefault(item => item.Chart == planned.Chart && item.Target == target.Target);
        return new ReportedTarget(
            target.Target, target.Reference, Action(target, outcome), proof?.ManifestDigest ?? target.Published?.Descriptor.Digest, proof is not null);
    }

    private static ReportedAction Action(PlannedTarget target, PublishOutcome? outcome) => target.Action switch
    {
        ReleaseAction.Refuse or ReleaseAction.BumpNeeded => ReportedAction.Refused,
        ReleaseAction.Skip => ReportedAction.Skipped,
        ReleaseAction.Unknown => ReportedAction.Failed,
        // Without an outcome it was planned and never executed: another chart of the run was refused.
        ReleaseAction.Publish => outcome switch
        {
            { Failure: null, FoundSame: false } => ReportedAction.Published,
            { Failure: null } => ReportedAction.Skipped,
            _ => ReportedAction.Failed,
        },
        var other => throw new ArgumentOutOfRangeException(nameof(target), other, "No such action."),
    };

    private static string Relative(string root, string path)
    {
        var relative = Path.GetRelativePath(root, path).Replace('\\', '/');
        return Path.IsPathRooted(relative) || relative.StartsWith("../", StringComparison.Ordinal) ? path.Replace('\\', '/') : relative;
    }
}
