namespace ChartRelease.Tests;

public sealed class CleanUpTests
{
    private static readonly Failure _second = new(FailureReason.CannotWrite, "Second.", "2.", "Mend the second.");

    [Fact]
    public async Task Both_failures_are_told_the_first_with_its_reason()
    {
        var failure = (await FailAsync(new ChartReleaseException(FailureReason.GitFailed, "First.", "1.", "Mend the first."))).Failure;

        Assert.Equal(
            new Failure(FailureReason.GitFailed, "First. And tidying up after that failed: Second.", "1. 2.", "Mend the first. Mend the second."),
            failure);
    }

    [Theory]
    [InlineData(true, "The run was stopped, and tidying up after that failed: Second.")]
    [InlineData(false, "First. And tidying up after that failed: Second.")]
    public async Task What_is_no_failure_of_its_own_is_told_too(bool isStopped, string found)
    {
        Exception cause = isStopped ? new OperationCanceledException() : new InvalidOperationException("First.");

        var thrown = await FailAsync(cause);

        Assert.Equal(_second with { Found = found }, thrown.Failure);
        Assert.Same(cause, thrown.InnerException);
    }

    private static Task<ChartReleaseException> FailAsync(Exception cause) => Assert.ThrowsAsync<ChartReleaseException>(
        () => CleanUp.AfterAsync(cause, static () => throw new ChartReleaseException(_second)));
}
