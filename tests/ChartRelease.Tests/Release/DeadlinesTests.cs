using ChartRelease.Release;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Release;

public sealed class DeadlinesTests
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(15);
    private readonly ManualTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_in_time_gives_its_result() =>
        Assert.Equal(7, await new Deadlines(_limit, _time).RunAsync("app", _ => Task.FromResult(7), Stop));

    [Fact]
    public async Task A_step_that_takes_too_long_is_stopped_with_words()
    {
        var step = new Deadlines(_limit, _time).RunAsync("oci://r.example/app:1.0.0", HangAsync, Stop);
        _time.Advance(_limit - TimeSpan.FromSeconds(1));
        Assert.False(step.IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(1));
        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => step);
        Assert.Equal(FailureReason.RegistryUnreachable, exception.Reason);
        Assert.Contains("oci://r.example/app:1.0.0 was not done within 15m", exception.Failure.Found, StringComparison.Ordinal);
        Assert.Contains("--deadline", exception.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_steps_of_one_chart_share_its_budget_and_no_others()
    {
        var deadlines = new Deadlines(_limit, _time);
        await deadlines.RunAsync("one", Spend(TimeSpan.FromMinutes(10)), Stop);
        await deadlines.RunAsync("two", Spend(TimeSpan.FromMinutes(10)), Stop);
        var second = deadlines.RunAsync("one", HangAsync, Stop);
        _time.Advance(TimeSpan.FromMinutes(5));
        await Assert.ThrowsAsync<ChartReleaseException>(() => second);
        await Assert.ThrowsAsync<ChartReleaseException>(() => deadlines.RunAsync("one", _ => Task.FromResult(true), Stop));
        Assert.True(await deadlines.RunAsync("two", _ => Task.FromResult(true), Stop));
    }

    [Fact]
    public async Task Who_stops_the_run_is_not_told_of_a_deadline()
    {
        using var source = new CancellationTokenSource();
        var step = new Deadlines(_limit, _time).RunAsync("app", HangAsync, source.Token);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => step);
    }

    [Fact]
    public async Task A_failure_of_the_step_stays_what_it_is() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Deadlines(_limit, _time).RunAsync<int>("app", _ => throw new InvalidOperationException("bug"), Stop));

    private static async Task<bool> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        return true;
    }

    private Func<CancellationToken, Task<bool>> Spend(TimeSpan time) => _ =>
    {
        _time.Advance(time);
        return Task.FromResult(true);
    };
}
