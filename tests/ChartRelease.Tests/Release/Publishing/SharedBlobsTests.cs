using ChartRelease.Oci;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Publishing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Publishing;

public sealed class SharedBlobsTests
{
    private const string First = "oci://registry.example/a";
    private const string Second = "oci://registry.example/b";
    private const string Elsewhere = "oci://other.example/a";
    private readonly Dictionary<string, IReleaseTarget> _targets = new[] { First, Second, Elsewhere }.ToDictionary(name => name, name => (IReleaseTarget)new MemoryTarget(name));

    [Fact]
    public async Task The_second_target_of_a_registry_waits_for_the_first_and_mounts_from_it()
    {
        var chart = Chart("app");
        var shared = new SharedBlobs(_targets);
        var firstMayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        string? holder = "nobody was asked";

        var first = shared.RunAsync((chart, chart.Targets[0]), async _ =>
        {
            await firstMayEnd.Task;
            return new PublishOutcome(chart, chart.Targets[0], null);
        });
        var second = shared.RunAsync((chart, chart.Targets[1]), blobs =>
        {
            holder = blobs.Archive.HeldBy;
            return Task.FromResult(new PublishOutcome(chart, chart.Targets[1], null));
        });

        Assert.False(second.IsCompleted);
        firstMayEnd.SetResult();
        await Task.WhenAll(first, second);
        Assert.Equal($"{First}/app", holder);
    }

    [Fact]
    public async Task Nothing_is_mounted_from_a_target_that_failed()
    {
        var chart = Chart("app");
        var shared = new SharedBlobs(_targets);

        await Assert.ThrowsAsync<ChartReleaseException>(() => shared.RunAsync(
            (chart, chart.Targets[0]), _ => throw new ChartReleaseException(FailureReason.Forbidden, "No.", "Yes.", "Ask.")));

        Assert.Null(await HolderAsync(shared, chart, 1));
    }

    [Fact]
    public async Task Other_registries_and_other_charts_have_nothing_to_do_with_it()
    {
        var (app, other) = (Chart("app"), Chart("other"));
        var shared = new SharedBlobs(_targets);
        await HolderAsync(shared, app, 0);

        Assert.Null(await HolderAsync(shared, app, 2));
        Assert.Null(await HolderAsync(shared, other, 1));
    }

    private static PlannedChart Chart(string name) =>
        Plans.Chart(name, (First, ReleaseAction.Publish), (Second, ReleaseAction.Publish), (Elsewhere, ReleaseAction.Publish));

    private static async Task<string?> HolderAsync(SharedBlobs shared, PlannedChart chart, int target)
    {
        string? holder = null;
        await shared.RunAsync((chart, chart.Targets[target]), blobs =>
        {
            holder = blobs.Archive.HeldBy;
            return Task.FromResult(new PublishOutcome(chart, chart.Targets[target], null));
        });
        return holder;
    }
}
