using Cake.Frosting.ChartRelease;
using ChartRelease.Release.Progress;
using Spectre.Console.Testing;

namespace ChartRelease.Integration.Output;

/// <summary>What a user sees of a moment.</summary>
public sealed class LiveViewTests
{
    private readonly HandTime _time = new();

    [Fact]
    public void Every_chart_has_its_line_with_target_bar_bytes_and_retries()
    {
        var board = Boards.Mixed(_time);
        _time.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(
            """
            ✓  api 1.2.0       ghcr.io                            published, 12.3 kB
            ⠋  database 1.2.0  ghcr.io  ━━━━━━━━━━━━────────────  10.0 of 20.0 MB, 2 retries
            ✗  queue 1.2.0     ghcr.io                            failed
            =  site 1.2.0      ghcr.io                            skipped, the same is there
            ·  worker 1.2.0    ghcr.io                            waiting
            Pushing: 3 of 5 done, 10.0 of 20.0 MB, 2.5 MB/s, 2 retries, 4.0 s
            """,
            Draw(board, width: 120));
    }

    [Fact]
    public void A_terminal_without_these_signs_gets_plain_ones() =>
        Assert.All(Draw(Boards.Mixed(_time), width: 120, unicode: false), character => Assert.True(character < 128));

    [Fact]
    public void A_narrow_terminal_has_no_line_that_wraps()
    {
        var lines = Draw(Boards.Mixed(_time), width: 50).Split('\n');

        Assert.Equal(6, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 50));
    }

    [Fact]
    public void Of_more_charts_than_lines_those_that_move_are_shown()
    {
        var charts = Enumerable.Range(0, 100).Select(number => $"chart-{number:00}").ToArray();
        var board = new ProgressBoard(Boards.Pushing(charts), _time).With(
            new StepStarted(Boards.Step("chart-07"), 100),
            new StepEnded(Boards.Step("chart-07"), StepOutcome.Published),
            new StepStarted(Boards.Step("chart-90"), 100),
            new StepStarted(Boards.Step("chart-99"), 100));

        var lines = Draw(board, width: 120, height: 6).Split('\n');

        Assert.Equal(5, lines.Length);
        Assert.Contains("chart-00", lines[0], StringComparison.Ordinal);
        Assert.Contains("chart-90", lines[1], StringComparison.Ordinal);
        Assert.Contains("chart-99", lines[2], StringComparison.Ordinal);
        Assert.Equal("… and 97 more", lines[3]);
    }

    [Fact]
    public void Where_bytes_are_not_counted_there_is_no_bar() =>
        Assert.Equal(
            "⠋  a 1.2.0  ghcr.io    sending",
            Draw(new ProgressBoard(Boards.Pushing("a"), _time).With(new StepStarted(Boards.Step("a"), 100)), width: 120).Split('\n')[0]);

    private static string Draw(ProgressBoard board, int width, int height = 30, bool unicode = true)
    {
        using var console = new TestConsole().Width(width);
        console.Write(new LiveView(width, height, unicode).Render(board.Look(), 0));
        return string.Join('\n', console.Lines.Select(line => line.TrimEnd())).Replace("\r", "", StringComparison.Ordinal);
    }
}
