namespace ChartRelease;

/// <summary>The exception this library throws for a failure that a user can act on; those of helm derive from it.</summary>
/// <param name="failure">What was found, what was expected, what to do next.</param>
/// <param name="innerException">The cause, shown at diagnostic verbosity only.</param>
public class ChartReleaseException(Failure failure, Exception? innerException = null)
    : Exception(failure.ToString(), innerException)
{
    /// <summary>Creates the exception from the parts of its <see cref="ChartRelease.Failure"/>.</summary>
    public ChartReleaseException(FailureReason reason, string found, string expected, string next, Exception? innerException = null)
        : this(new Failure(reason, found, expected, next), innerException)
    {
    }

    /// <summary>What was found, what was expected, what to do next.</summary>
    public Failure Failure { get; } = failure;

    /// <summary>Shorthand for <c>Failure.Reason</c>.</summary>
    public FailureReason Reason => Failure.Reason;
}
