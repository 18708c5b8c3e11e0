using System.Collections.Concurrent;
using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Publishing;
using ChartRelease.Release.Reading;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Publishing;

public sealed class ReleasePublisherTests
{
    private const string First = "oci://one.example/charts";
    private const string Second = "oci://two.example/charts";

    private readonly FakeEngine _engine = new();

    [Fact]
    public async Task What_is_absent_is_pushed_and_what_is_there_is_not()
    {
        var plan = new ReleasePlan(
        [
            Plans.Chart("a", (First, ReleaseAction.Publish), (Second, ReleaseAction.Skip)),
            Plans.Chart("b", (First, ReleaseAction.Skip), (Second, ReleaseAction.Publish)),
        ]);

        var outcomes = await PublishAsync(plan);

        Assert.Equal([$"a {First}", $"b {Second}"], _engine.Pushed.Order(StringComparer.Ordinal));
        Assert.Equal(plan.Steps.Select(step => (step.Chart, step.Target)), outcomes.Select(outcome => (outcome.Chart, outcome.Target)));
        Assert.All(outcomes, outcome => Assert.Null(outcome.Failure));
    }

    [Fact]
    public async Task One_failure_does_not_stop_the_others()
    {
        _engine.Fails.Add("b");
        var plan = new ReleasePlan([.. "abcdef".Select(letter => Plans.Chart(letter.ToString(), (First, ReleaseAction.Publish)))]);

        var outcomes = await PublishAsync(plan, parallelism: 1);

        Assert.Equal(5, _engine.Pushed.Count);
        var failed = Assert.Single(outcomes, outcome => outcome.Failure is not null);
        Assert.Equal(("b", FailureReason.Forbidden), (failed.Chart.Chart.Chart.Name, failed.Failure!.Reason));
    }

    [Fact]
    public async Task A_refusal_sends_nothing_of_any_chart()
    {
        var plan = new ReleasePlan(
        [
            Plans.Chart("a", (First, ReleaseAction.Publish)),
            Plans.Chart("b", (First, ReleaseAction.Publish), (Second, ReleaseAction.Refuse)),
        ]);

        await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => PublishAsync(plan));

        Assert.Empty(_engine.Pushed);
    }

    [Fact]
    public async Task A_chart_that_one_target_could_not_tell_about_is_left_alone_everywhere_and_the_others_go_on()
    {
        var plan = new ReleasePlan(
        [
            Plans.Chart("a", (First, ReleaseAction.Publish), (Second, ReleaseAction.Unknown)),
            Plans.Chart("b", (First, ReleaseAction.Publish), (Second, ReleaseAction.Publish)),
        ]);

        var outcomes = await PublishAsync(plan);

        Assert.Equal([$"b {First}", $"b {Second}"], _engine.Pushed.Order(StringComparer.Ordinal));
        Assert.Equal(
            [("a", Second, true), ("b", First, false), ("b", Second, false)],
            outcomes.Select(outcome => (outcome.Chart.Chart.Chart.Name, outcome.Target.Target, outcome.Failure is not null)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_chart_is_pushed_after_those_it_depends_on(int parallelism)
    {
        var plan = new ReleasePlan(
        [
            Plans.Chart("a", (First, ReleaseAction.Publish), (Second, ReleaseAction.Publish)) with { DependsOn = ["b", "c"] },
            Plans.Chart("b", (First, ReleaseAction.Publish), (Second, ReleaseAction.Skip)) with { DependsOn = ["c"] },
            Plans.Chart("c", (First, ReleaseAction.Publish), (Second, ReleaseAction.Publish)),
        ]);

        await PublishAsync(plan, parallelism);

        Assert.Equal([$"c {First}", $"b {First}", $"a {First}"], _engine.InOrder.Where(push => push.EndsWith(First, StringComparison.Ordinal)));
        Assert.Equal([$"c {Second}", $"a {Second}"], _engine.InOrder.Where(push => push.EndsWith(Second, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_depends_on_a_chart_that_failed_is_held_back_and_the_rest_is_not()
    {
        _engine.Fails.Add("c");
        var plan = new ReleasePlan(
        [
            Plans.Chart("a", (First, ReleaseAction.Publish)) with { DependsOn = ["b"] },
            Plans.Chart("b", (First, ReleaseAction.Publish)) with { DependsOn = ["c"] },
            Plans.Chart("c", (First, ReleaseAction.Publish)),
            Plans.Chart("d", (First, ReleaseAction.Publish)) with { DependsOn = ["e"] },
            Plans.Chart("e", (First, ReleaseAction.Skip), (Second, ReleaseAction.Unknown)),
            Plans.Chart("f", (First, ReleaseAction.Skip)) with { DependsOn = ["c"] },
        ]);

        var outcomes = await PublishAsync(plan);

        Assert.Equal([$"d {First}"], _engine.Pushed);
        Assert.Equal(
            [FailureReason.DependencyOutOfStep, FailureReason.DependencyOutOfStep, FailureReason.Forbidden, null, FailureReason.RegistryError, null],
            outcomes.Select(outcome => outcome.Failure?.Reason));
        Assert.Contains("c, which it depends on", outcomes[1].Failure!.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bump_that_is_needed_sends_nothing_of_any_chart()
    {
        var plan = new ReleasePlan([Plans.Chart("a", (First, ReleaseAction.Publish)), Plans.Chart("b", (First, ReleaseAction.BumpNeeded))]);

        await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => PublishAsync(plan));

        Assert.Empty(_engine.Pushed);
    }

    [Fact]
    public async Task A_stopped_run_starts_no_further_push_and_says_what_was_done()
    {
        using var source = new CancellationTokenSource();
        _engine.OnPush = source.Cancel;
        var plan = new ReleasePlan([.. "abcdef".Select(letter => Plans.Chart(letter.ToString(), (First, ReleaseAction.Publish)))]);

        var outcomes = await PublishAsync(plan, parallelism: 1, source.Token);

        Assert.Single(_engine.Pushed);
        Assert.Equal([null, .. Enumerable.Repeat<FailureReason?>(FailureReason.Cancelled, 5)], outcomes.Select(outcome => outcome.Failure?.Reason));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_not_taken_for_an_outcome()
    {
        _engine.OnPush = () => throw new InvalidOperationException("bug");

        await Assert.ThrowsAsync<InvalidOperationException>(() => PublishAsync(new ReleasePlan([Plans.Chart("a", (First, ReleaseAction.Publish))])));
    }

    [Fact]
    public async Task The_last_look_at_a_tag_is_within_the_deadline_of_its_chart()
    {
        var time = new SteppedTime();
        await using var target = new MemoryTarget(First);
        var deadlines = new Deadlines(TimeSpan.FromMilliseconds(100), time);
        var publisher = new ReleasePublisher(
            _engine, new Dictionary<string, IReleaseTarget> { [First] = target }, 1, deadlines, time, NullReleaseProgress.Instance);
        var outcomes = await publisher.PublishAsync(new([Plans.Chart("a", (First, ReleaseAction.Publish))]), ReleaseAssert.Token);

        var settling = publisher.SettleAsync(outcomes, ReleaseAssert.Token);
        time.Advance(TimeSpan.FromMilliseconds(100));

        Assert.Equal(FailureReason.RegistryUnreachable, Assert.Single(await settling.WaitAsync(TimeSpan.FromSeconds(30), ReleaseAssert.Token)).Failure?.Reason);
    }

    [Fact]
    public async Task The_native_engine_sends_the_manifest_last()
    {
        await using var target = new MemoryTarget(First);

        await new NativeEngine().PushAsync(Packages.Create(), target, _ => Task.FromResult(true), ReleaseAssert.Token);

        Assert.Equal("manifest 1.2.3", target.Of("app").Writes.Last());
        Assert.Equal(3, target.Of("app").Writes.Count);
    }

    private async Task<IReadOnlyList<PublishOutcome>> PublishAsync(ReleasePlan plan, int parallelism = 4, CancellationToken? token = null)
    {
        await using var one = new MemoryTarget(First);
        await using var two = new MemoryTarget(Second);
        var targets = new Dictionary<string, IReleaseTarget> { [First] = one, [Second] = two };
        var deadlines = new Deadlines(TimeSpan.FromMinutes(1), TimeProvider.System);
        var publisher = new ReleasePublisher(_engine, targets, parallelism, deadlines, TimeProvider.System, NullReleaseProgress.Instance);
        return await publisher.PublishAsync(plan, token ?? ReleaseAssert.Token);
    }

    private sealed class FakeEngine : IReleaseEngine
    {
        public ContentComparison Comparison => ContentComparison.ConfigAndArchive;

        public ConcurrentBag<string> Pushed { get; } = [];

        public ConcurrentQueue<string> InOrder { get; } = [];

        public HashSet<string> Fails { get; } = [];

        public Action OnPush { get; set; } = () => { };

        public Task<PackagedChart> PackageAsync(SourcedChart chart, string folder, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<PackagedChart> MeasureAsync(SourcedChart chart, string folder, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PushAsync(
            PackagedChart chart, IReleaseTarget target, Func<CancellationToken, Task<bool>> mayTag, CancellationToken cancellationToken)
        {
            OnPush();
            if (Fails.Contains(chart.Chart.Name))
            {
                throw new ChartReleaseException(FailureReason.Forbidden, "No.", "Yes.", "Ask.");
            }

            Pushed.Add($"{chart.Chart.Name} {target.Reference.Value}");
            InOrder.Enqueue($"{chart.Chart.Name} {target.Reference.Value}");
            return Task.CompletedTask;
        }
    }
}
