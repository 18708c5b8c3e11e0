namespace ChartRelease.Release;

/// <summary>Makes one exception of several failures, so that a user sees all of them at once.</summary>
internal static class FailureList
{
    /// <summary>Throws nothing for no failure, the failure itself for one, and a list for more; what several charts have in common is told once.</summary>
    public static void ThrowIfAny(IReadOnlyList<Failure> all)
    {
        List<Failure> failures = [.. all.Distinct()];
        if (failures.Count == 1)
        {
            throw new ChartReleaseException(failures[0]);
        }

        if (failures.Count > 1)
        {
            throw new ChartReleaseException(failures[0] with
            {
                Location = null,
                Found = $"{failures.Count} failures:\n- {string.Join("\n- ", failures.Select(failure => failure.ToString().ReplaceLineEndings("\n  ")))}\n",
                Expected = "None of them.",
                Next = "Mend each as it says, then run the same command again: what is done already is skipped.",
            });
        }
    }
}
