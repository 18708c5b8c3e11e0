using ChartRelease.Charts;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>Says why a plan is not executed.</summary>
internal static class Refusal
{
    /// <summary>Throws when the plan refuses any step; all of them are named.</summary>
    public static void ThrowIfAny(ReleasePlan plan)
    {
        var failures = plan.Steps
            .Where(step => step.Target.Action is ReleaseAction.Refuse or ReleaseAction.BumpNeeded)
            .Select(step => new Failure(
                FailureReason.VersionConflict,
                $"{step.Target.Reference} is {step.Target.Why}.",
                "A version that is absent, or published with the same content: a published version never changes.",
                $"Raise the version: ./build.sh --target=BumpVersion --bump=patch --charts={(step.Chart.Chart.Chart.Path is { Length: > 0 } path ? path : ".")}")
            {
                Location = new SourceLocation(ChartFolders.Combine(step.Chart.Chart.Chart.Path, ChartYaml.FileName)),
            })
            .ToList();
        FailureList.ThrowIfAny(failures);
    }
}
