namespace ChartRelease.Tests.Release.Support;

internal static class ReleaseAssert
{
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static Failure Fails(FailureReason reason, Action action) =>
        Check(reason, Assert.Throws<ChartReleaseException>(action));

    public static async Task<Failure> FailsAsync(FailureReason reason, Func<Task> action) =>
        Check(reason, await Assert.ThrowsAsync<ChartReleaseException>(action));

    private static Failure Check(FailureReason reason, ChartReleaseException exception)
    {
        Assert.True(reason == exception.Reason, exception.ToString());
        return exception.Failure;
    }
}
