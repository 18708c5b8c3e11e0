using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Engines;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Publishing;
using ChartRelease.Release.Verification;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Progress;

public sealed class PhaseProgressTests : IAsyncDisposable
{
    private const string Name = "oci://registry.example/charts";

    private static readonly ProgressStep _step = new("app", "1.2.3", Name, $"{Name}/app", "1.2.3");

    private readonly RecordingProgress _progress = new();
    private readonly MemoryTarget _target = new(Name);
    private readonly PackagedChart _chart = Packages.Create();

    [Fact]
    public async Task A_push_is_told_from_its_plan_to_its_last_byte()
    {
        await PushAsync(ReleaseAction.Publish);

        Assert.Equal(
            [typeof(PhaseStarted), typeof(StepStarted), typeof(StepMoved), typeof(StepEnded), typeof(PhaseEnded)],
            _progress.Events.Select(change => change.GetType()).Distinct());
        Assert.Equal([_step], Assert.IsType<PhaseStarted>(_progress.Events[0]).Steps);
        var total = Assert.Single(_progress.Events.OfType<StepStarted>()).TotalBytes;
        Assert.Equal(_chart.Archive.Descriptor.Size + _chart.Config.Descriptor.Size, total);
        Assert.Equal(total, _progress.Bytes[^1]);
        Assert.Equal([StepOutcome.Published], _progress.Outcomes("app"));
    }

    [Fact]
    public async Task What_is_skipped_ends_without_having_begun()
    {
        await PushAsync(ReleaseAction.Skip);

        Assert.Equal([new StepEnded(_step, StepOutcome.Skipped)], _progress.Events.Except([_progress.Events[0], _progress.Events[^1]]));
    }

    [Fact]
    public async Task Reading_back_is_told_with_its_digest_and_counts_what_is_compared()
    {
        await PushAsync(ReleaseAction.Publish);
        var before = _progress.Events.Count;

        using (var phase = new PhaseProgress(_progress, ReleasePhase.Verify, [_step]))
        {
            await phase.ReadBackAsync(_step, _chart, chart =>
                ReleaseVerifier.VerifyAsync(chart, _target.Of("app"), ContentComparison.ConfigAndArchive, ReleaseAssert.Token));
        }

        var events = _progress.Events.Skip(before).ToList();
        Assert.Contains(new StepEnded(_step, StepOutcome.ReadBack, _chart.Manifest.Descriptor.Digest), events);
        Assert.Equal(
            _chart.Archive.Descriptor.Size + _chart.Config.Descriptor.Size,
            events.OfType<StepMoved>().Last().Bytes);
    }

    [Fact]
    public async Task A_failure_ends_its_step_and_still_fails()
    {
        using var phase = new PhaseProgress(_progress, ReleasePhase.Push, [_step]);

        await ReleaseAssert.FailsAsync(FailureReason.Forbidden, () => phase.PushAsync<PackagedChart>(
            _step, _chart, _ => throw new ChartReleaseException(FailureReason.Forbidden, "found", "expected", "next")));

        Assert.Equal([StepOutcome.Failed], _progress.Outcomes("app"));
    }

    [Fact]
    public async Task A_stopped_step_is_told_apart_from_a_failed_one()
    {
        using var phase = new PhaseProgress(_progress, ReleasePhase.Push, [_step]);

        await Assert.ThrowsAsync<OperationCanceledException>(() => phase.PushAsync<PackagedChart>(_step, _chart, _ => throw new OperationCanceledException()));

        Assert.Equal([StepOutcome.Stopped], _progress.Outcomes("app"));
    }

    [Fact]
    public async Task The_phase_ends_also_after_a_fault_of_the_program()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            using var phase = new PhaseProgress(_progress, ReleasePhase.Push, [_step]);
            await phase.PushAsync<PackagedChart>(_step, _chart, _ => throw new InvalidOperationException("bug"));
        });

        Assert.Equal(new PhaseEnded(ReleasePhase.Push), _progress.Events[^1]);
    }

    public ValueTask DisposeAsync() => _target.DisposeAsync();

    private async Task PushAsync(ReleaseAction action)
    {
        var plan = new ReleasePlan([Plans.Chart(_chart, (Name, action))]);
        var targets = new Dictionary<string, IReleaseTarget> { [Name] = _target };
        var deadlines = new Deadlines(TimeSpan.FromMinutes(1), TimeProvider.System);
        await new ReleasePublisher(new NativeEngine(), targets, 1, deadlines, TimeProvider.System, _progress).PublishAsync(plan, ReleaseAssert.Token);
    }
}
