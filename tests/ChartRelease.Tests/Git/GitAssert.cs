namespace ChartRelease.Tests.Git;

internal static class GitAssert
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<Failure> FailsAsync(FailureReason reason, Func<Task> action)
    {
        var exception = await Assert.ThrowsAsync<ChartReleaseException>(action);
        Assert.True(reason == exception.Reason, exception.ToString());
        return exception.Failure;
    }
}
