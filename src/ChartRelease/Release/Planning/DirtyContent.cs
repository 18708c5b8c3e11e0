using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Planning;

/// <summary>Uncommitted content never leaves the machine.</summary>
internal static class DirtyContent
{
    /// <summary>Refuses what was read, before anything is sent or proved.</summary>
    public static void ThrowIfLeaving(IReadOnlyList<SourcedChart> charts, IEnumerable<IReleaseTarget> targets) =>
        Refuse(charts.FirstOrDefault(chart => chart.Origin is null) is { } dirty ? $"{dirty.Chart.Name} {dirty.Chart.Version}" : null, targets);

    /// <summary>Refuses what was packaged.</summary>
    public static void ThrowIfLeaving(IReadOnlyList<PackagedChart> packages, IEnumerable<IReleaseTarget> targets) =>
        Refuse(packages.FirstOrDefault(chart => chart.Origin is null)?.ToString(), targets);

    private static void Refuse(string? dirty, IEnumerable<IReleaseTarget> targets)
    {
        if (dirty is not null
            && targets.FirstOrDefault(target => target.Reference is not LayoutReference) is { } registry)
        {
            throw new ChartReleaseException(
                FailureReason.UncommittedChanges,
                $"--allow-dirty was given, and {dirty} would go to {registry.Reference}.",
                "Uncommitted content in image layouts only: it never leaves the machine.",
                "Commit the change, or leave out --registry.");
        }
    }
}
