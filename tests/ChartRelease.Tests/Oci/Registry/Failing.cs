namespace ChartRelease.Tests.Oci.Registry;

internal static class Failing
{
    /// <summary>The failure of a call, which must fail for this reason.</summary>
    public static async Task<Failure> ShouldFailAsync(this Task call, FailureReason reason)
    {
        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => call);
        Assert.True(reason == exception.Reason, $"Expected {reason}, got {exception}");
        return exception.Failure;
    }
}
