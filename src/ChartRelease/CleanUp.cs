namespace ChartRelease;

/// <summary>Tidies after a failure. What fails of that is told beside the failure, and does not hide it.</summary>
internal static class CleanUp
{
    /// <summary>Tidies; the caller throws the cause again afterwards.</summary>
    /// <param name="cause">The failure.</param>
    /// <param name="tidy">What there is to do.</param>
    /// <exception cref="ChartReleaseException">It cannot be done; the failure is told first.</exception>
    public static async Task AfterAsync(Exception cause, Func<Task> tidy)
    {
        try
        {
            await tidy().ConfigureAwait(false);
        }
        catch (ChartReleaseException exception)
        {
            throw new ChartReleaseException(Both(cause, exception.Failure), cause);
        }
    }

    private static Failure Both(Exception cause, Failure second) => cause switch
    {
        ChartReleaseException { Failure: var first } => first with
        {
            Found = $"{first.Found} And tidying up after that failed: {second.Found}",
            Expected = $"{first.Expected} {second.Expected}",
            Next = $"{first.Next} {second.Next}",
        },
        OperationCanceledException => second with { Found = $"The run was stopped, and tidying up after that failed: {second.Found}" },
        _ => second with { Found = $"{cause.Message} And tidying up after that failed: {second.Found}" },
    };
}
