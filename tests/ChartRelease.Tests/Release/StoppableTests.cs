using ChartRelease.Release;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release;

public sealed class StoppableTests
{
    private static readonly CancellationToken _stopped = new(canceled: true);

    [Fact]
    public async Task A_result_is_passed_on() =>
        Assert.Equal(1, await Stoppable.Run(() => Task.FromResult(1), ReleaseAssert.Token));

    [Fact]
    public async Task A_stopped_step_says_so() =>
        await ReleaseAssert.FailsAsync(FailureReason.Cancelled, () => Stoppable.Run(() => Task.FromCanceled<int>(_stopped), _stopped));

    [Fact]
    public async Task A_time_out_inside_is_not_taken_for_a_stop() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => Stoppable.Run(() => Task.FromCanceled<int>(_stopped), CancellationToken.None));

    [Fact]
    public async Task A_failure_of_a_stopped_run_stays_what_it_is() => await ReleaseAssert.FailsAsync(
        FailureReason.GitFailed,
        () => Stoppable.Run(() => Task.FromException<int>(new ChartReleaseException(FailureReason.GitFailed, "a", "b", "c")), _stopped));
}
