namespace ChartRelease;

/// <summary>What went wrong, in the three parts every message to a user has.</summary>
/// <param name="Reason">The closed classification that callers and tests compare.</param>
/// <param name="Found">What was found, a full sentence; never holds a secret.</param>
/// <param name="Expected">What was expected instead, a full sentence.</param>
/// <param name="Next">What the user does next: a command to run or a setting to change.</param>
public sealed record Failure(FailureReason Reason, string Found, string Expected, string Next)
{
    /// <summary>Where in the repository the cause stands; <see langword="null"/> when it is not in a file.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The three parts on three lines, the location before the first.</summary>
    public override string ToString() =>
        $"{(Location is { } location ? $"{location}: " : "")}{Found}\n  Expected: {Expected}\n  Next: {Next}";
}
