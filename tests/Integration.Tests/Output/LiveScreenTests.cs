using Cake.Frosting.ChartRelease;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;
using Spectre.Console;

namespace ChartRelease.Integration.Output;

/// <summary>The display from its first frame to its end, on a console that keeps what was written.</summary>
public sealed class LiveScreenTests : IDisposable
{
    private readonly RecordingLog _log = new();
    private readonly SharedText _output = new();
    private readonly TaskCompletionSource _drawn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ReleaseLogLevel _least = ReleaseLogLevel.Information;

    private LiveProgress Live => field ??= new(_log, board => new LiveScreen(board, _log, TimeSpan.Zero, Draw), TimeProvider.System);

    public void Dispose() => _output.Dispose();

    [Fact]
    public async Task Nothing_of_the_display_is_left_when_the_phase_ends_and_its_lines_are_told_once()
    {
        await StartAsync();
        End(StepOutcome.Published);

        var screen = new TerminalScreen(_output.ToString());
        Assert.Contains("a 1.2.0", _output.ToString(), StringComparison.Ordinal);
        Assert.Equal("", screen.ToString().Trim());
        Assert.True(screen.IsCursorShown);
        Assert.StartsWith("oci://ghcr.io/acme/charts/a:1.2.0: published", Assert.Single(_log.Lines).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_line_of_the_log_stands_whole_above_the_display()
    {
        await StartAsync();
        Live.Write(ReleaseLogLevel.Warning, "503; again");
        Live.Write(ReleaseLogLevel.Information, "helm was found");
        await FramesAsync();

        Assert.Equal(["503; again", "helm was found"], new TerminalScreen(_output.ToString()).Lines.Take(2));
        Assert.Contains("Pushing: ", new TerminalScreen(_output.ToString()).Lines[^1], StringComparison.Ordinal);

        End(StepOutcome.Published);
        Assert.Equal("503; again\nhelm was found", new TerminalScreen(_output.ToString()).ToString().Trim());
        Assert.Single(_log.Lines);
    }

    [Fact]
    public async Task Lines_that_are_not_shown_otherwise_are_not_shown_here()
    {
        _least = ReleaseLogLevel.Warning;
        await StartAsync();
        Live.Write(ReleaseLogLevel.Information, "not asked for");
        await FramesAsync();
        End(StepOutcome.Published);

        Assert.DoesNotContain("not asked for", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_display_lines_go_to_the_log()
    {
        Live.Write(ReleaseLogLevel.Warning, "before");
        Live.Report(Boards.Pushing("a"));
        Live.Write(ReleaseLogLevel.Warning, "waiting");
        Live.Report(new PhaseEnded(ReleasePhase.Push));

        Assert.Equal(["before", "waiting"], _log.Lines.Select(line => line.Message));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public void Where_all_is_skipped_nothing_is_drawn()
    {
        Live.Report(Boards.Pushing("a"));
        Live.Report(new StepEnded(Boards.Step("a"), StepOutcome.Skipped));
        Live.Report(new PhaseEnded(ReleasePhase.Push));

        Assert.Equal("", _output.ToString());
        Assert.Single(_log.Lines);
    }

    [Fact]
    public void What_is_over_in_a_blink_is_not_drawn()
    {
        var live = new LiveProgress(_log, board => new LiveScreen(board, _log, TimeSpan.FromHours(1), Draw), TimeProvider.System);

        live.Report(Boards.Pushing("a"));
        live.Report(new StepStarted(Boards.Step("a"), 10));
        live.Report(new StepEnded(Boards.Step("a"), StepOutcome.Published));
        live.Report(new PhaseEnded(ReleasePhase.Push));

        Assert.Equal("", _output.ToString());
        Assert.Single(_log.Lines);
    }

    [Fact]
    public async Task A_terminal_that_went_away_fails_nothing_and_loses_no_line()
    {
        var live = new LiveProgress(
            _log,
            board => new LiveScreen(board, _log, TimeSpan.Zero, _ =>
            {
                _drawn.SetResult();
                throw new IOException("gone");
            }),
            TimeProvider.System);

        live.Report(Boards.Pushing("a"));
        live.Report(new StepStarted(Boards.Step("a"), 10));
        await _drawn.Task;
        live.Write(ReleaseLogLevel.Warning, "a warning");
        live.Report(new StepEnded(Boards.Step("a"), StepOutcome.Failed));
        live.Report(new PhaseEnded(ReleasePhase.Push));

        Assert.Contains("a warning", _log.At(ReleaseLogLevel.Warning));
        Assert.Contains("oci://ghcr.io/acme/charts/a:1.2.0: failed", _log.At(ReleaseLogLevel.Information));
    }

    private async Task StartAsync()
    {
        Live.Report(Boards.Pushing("a"));
        Live.Report(new StepStarted(Boards.Step("a"), 10));
        await FramesAsync();
    }

    private void End(StepOutcome outcome)
    {
        Live.Report(new StepEnded(Boards.Step("a"), outcome));
        Live.Report(new PhaseEnded(ReleasePhase.Push));
    }

    // Each frame asks the board: the second one from now on is drawn after everything before it.
    private async Task FramesAsync()
    {
        var length = _output.ToString().Length;
        for (var frames = 0; frames < 2;)
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
            if (_output.ToString().Length != length)
            {
                length = _output.ToString().Length;
                frames++;
            }
        }
    }

    private void Draw(ScreenFeed feed)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(_output),
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.Yes,
        });
        console.Profile.Width = 200;
        LiveDrawing.Draw(feed, _least, console);
    }
}
