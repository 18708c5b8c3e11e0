using ChartRelease.Release.Progress;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Cake.Frosting.ChartRelease;

/// <summary>Draws a board: a line per chart and target, as many as fit, and one on the whole.</summary>
/// <param name="width">Columns of the terminal.</param>
/// <param name="height">Lines of the terminal.</param>
/// <param name="unicode">Whether it shows more than ASCII.</param>
internal sealed class LiveView(int width, int height, bool unicode)
{
    // The line on the whole, the one on what does not fit, and the one the cursor stands on.
    private const int OtherLines = 3;

    private static readonly Style _quiet = new(decoration: Decoration.Dim);
    private static readonly Style _good = new(Color.Green);
    private static readonly Style _bad = new(Color.Red);
    private static readonly Style _busy = new(Color.Blue);

    private readonly string _spinner = unicode ? "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏" : "|/-\\";
    private readonly int _barWidth = width >= 110 ? 24 : width >= 80 ? 12 : 0;

    /// <summary>Draws it.</summary>
    /// <param name="state">How far things are.</param>
    /// <param name="frame">Counts the drawings, for what turns.</param>
    public IRenderable Render(BoardState state, int frame)
    {
        var grid = new Grid { Expand = false };
        grid.AddColumns([.. Enumerable.Range(0, 5).Select(_ => new GridColumn { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })]);
        var rows = Fitting(state.Rows);
        foreach (var row in rows)
        {
            var style = row.IsRunning ? Style.Plain : _quiet;
            grid.AddRow(Mark(row, frame), Cell($"{row.Step.Chart} {row.Step.Version}", style), Cell(ProgressText.Host(row.Step.Target), style), Bar(row), State(row, state.Phase));
        }

        var more = state.Rows.Count - rows.Count;
        return new Cropped(new Rows(
        [
            grid,
            .. more > 0 ? [Cell($"{(unicode ? "…" : "...")} and {more} more", _quiet)] : Array.Empty<IRenderable>(),
            Cell(ProgressText.UnderWay(state), Style.Plain),
        ]));
    }

    // What moves goes before what failed, that before what waits, and what is done comes last; shown in the order of the plan.
    private List<BoardRow> Fitting(IReadOnlyList<BoardRow> rows) =>
    [
        .. rows.Index()
            .OrderBy(row => row.Item switch { { IsRunning: true } => 0, { Outcome: StepOutcome.Failed } => 1, { Outcome: null } => 2, _ => 3 })
            .Take(Math.Max(1, height - OtherLines))
            .OrderBy(row => row.Index)
            .Select(row => row.Item),
    ];

    private Text Mark(BoardRow row, int frame) => row switch
    {
        { IsRunning: true } => Cell(_spinner[frame % _spinner.Length].ToString(), _busy),
        { Outcome: null } => Cell(unicode ? "·" : ".", _quiet),
        { Outcome: StepOutcome.Failed or StepOutcome.Stopped } => Cell(unicode ? "✗" : "x", _bad),
        { Outcome: StepOutcome.Skipped } => Cell("=", _quiet),
        _ => Cell(unicode ? "✓" : "+", _good),
    };

    private IRenderable Bar(BoardRow row)
    {
        if (row is not { IsRunning: true, Bytes: > 0, Total: > 0 } || _barWidth == 0)
        {
            return Text.Empty;
        }

        var full = (int)Math.Min(_barWidth, _barWidth * row.Bytes / row.Total);
        return new Paragraph()
            .Append(new string(unicode ? '━' : '#', full), _good)
            .Append(new string(unicode ? '─' : '-', _barWidth - full), _quiet);
    }

    private static Text State(BoardRow row, ReleasePhase phase) => row switch
    {
        { IsRunning: true, Bytes: > 0 } when row.Bytes >= row.Total => Cell($"{ProgressText.Size(row.Total)}, finishing{ProgressText.Retries(row.Retries)}", Style.Plain),
        { IsRunning: true, Bytes: > 0 } => Cell($"{ProgressText.Part(row.Bytes, row.Total)}{ProgressText.Retries(row.Retries)}", Style.Plain),
        { IsRunning: true } => Cell($"{(phase == ReleasePhase.Push ? "sending" : "reading back")}{ProgressText.Retries(row.Retries)}", Style.Plain),
        { Outcome: null } => Cell("waiting", _quiet),
        { Outcome: StepOutcome.Published, Bytes: 0 } => Cell($"published{ProgressText.Retries(row.Retries)}", _good),
        { Outcome: StepOutcome.Published } => Cell($"published, {ProgressText.Size(row.Bytes)}{ProgressText.Retries(row.Retries)}", _good),
        { Outcome: StepOutcome.ReadBack } => Cell($"read back{ProgressText.Retries(row.Retries)}", _good),
        { Outcome: StepOutcome.Skipped } => Cell("skipped, the same is there", _quiet),
        { Outcome: StepOutcome.Failed } => Cell($"failed{ProgressText.Retries(row.Retries)}", _bad),
        _ => Cell("stopped", _bad),
    };

    private static Text Cell(string text, Style style) => new(text, style);
}
