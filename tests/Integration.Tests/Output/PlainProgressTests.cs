using Cake.Frosting.ChartRelease;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Output;

public sealed class PlainProgressTests
{
    private readonly HandTime _time = new();
    private readonly RecordingLog _log = new();
    private readonly PlainProgress _progress;

    public PlainProgressTests() => _progress = new PlainProgress(_log, _time);

    [Fact]
    public void Each_chart_has_a_line_when_it_is_done()
    {
        Report(
            Boards.Pushing("a", "b"),
            new StepEnded(Boards.Step("b"), StepOutcome.Skipped),
            new StepStarted(Boards.Step("a"), 100),
            new StepMoved(Boards.Step("a"), 100),
            new StepEnded(Boards.Step("a"), StepOutcome.Published),
            new PhaseEnded(ReleasePhase.Push));

        Assert.Equal(
            ["oci://ghcr.io/acme/charts/b:1.2.0: skipped, the same is there", "oci://ghcr.io/acme/charts/a:1.2.0: published, 100 B sent in 0.0 s"],
            _log.At(ReleaseLogLevel.Information));
    }

    [Fact]
    public void A_long_upload_has_one_line_every_few_seconds_and_no_more()
    {
        Report(Boards.Pushing("a"), new StepStarted(Boards.Step("a"), 100_000_000));
        for (var moved = 1; moved <= 100; moved++)
        {
            _time.Advance(PlainProgress.Pause / 10);
            Report(new StepMoved(Boards.Step("a"), moved * 1_000_000));
        }

        Assert.Equal(10, _log.Lines.Count);
        Assert.Equal("Pushing: 0 of 1 done, 10.0 of 100.0 MB, 2.0 MB/s, 5.0 s", _log.Lines[0].Message);
    }

    [Fact]
    public void What_happens_outside_of_a_phase_is_not_told()
    {
        Report(new RequestRepeated("oci://ghcr.io/acme/charts/a"), new StepEnded(Boards.Step("a"), StepOutcome.Skipped));

        Assert.Empty(_log.Lines);
    }

    private void Report(params ProgressEvent[] changes)
    {
        foreach (var change in changes)
        {
            _progress.Report(change);
        }
    }
}
