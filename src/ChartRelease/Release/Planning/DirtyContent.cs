using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Planning;

/// <summary>Uncommitted content never leaves the machine.</summary>
internal static class DirtyContent
{
    public static void ThrowIfLeaving(IReadOnlyList<PackagedChart> packages, IEnumerable<IReleaseTarget> targets)
    {
        if (packages.FirstOrDefault(chart => chart.Origin is null) is { } dirty
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
