namespace ChartRelease.Host.Testing;

/// <summary>How many tests ended how.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Failed">Tests that failed.</param>
/// <param name="Skipped">Tests that did not run.</param>
internal sealed record TestSummary(int Passed, int Failed, int Skipped)
{
    /// <summary>No tests.</summary>
    public static TestSummary Zero { get; } = new(0, 0, 0);

    /// <summary>The sum over all projects, once they have run; the program prints it as its last line.</summary>
    public static TestSummary? Current { get; set; }

    public static TestSummary operator +(TestSummary left, TestSummary right) =>
        new(left.Passed + right.Passed, left.Failed + right.Failed, left.Skipped + right.Skipped);

    public void ThrowIfFailed()
    {
        if (Skipped > 0 && Environment.GetEnvironmentVariable("CI") == "true")
        {
            throw new ChartReleaseException(
                FailureReason.ToolFailed,
                $"{Skipped} tests were skipped in CI.",
                "Every test runs in CI.",
                "Give the machine what they need, or run them on a machine that has it.");
        }

        if (Failed > 0 || Passed == 0)
        {
            throw new ChartReleaseException(
                FailureReason.ToolFailed,
                Failed > 0 ? $"{Failed} of {Passed + Failed} tests failed; they are named above." : "No test ran.",
                "Every test passes.",
                "Mend what failed; one project runs alone with: dotnet run --project tests/NAME.");
        }
    }

    public override string ToString() => $"{Passed} passed, {Failed} failed, {Skipped} skipped";
}
