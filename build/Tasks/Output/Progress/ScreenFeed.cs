using System.Collections.Concurrent;

namespace Cake.Frosting.ChartRelease;

/// <summary>What a screen draws, as long as there is something to draw.</summary>
/// <param name="board">How far things are.</param>
/// <param name="lines">Log lines that wait.</param>
/// <param name="closing">Set at the end.</param>
internal sealed class ScreenFeed(ProgressBoard board, ConcurrentQueue<ScreenLine> lines, ManualResetEventSlim closing)
{
    private static readonly TimeSpan _frame = TimeSpan.FromMilliseconds(100);

    /// <summary>How far things are now.</summary>
    public BoardState Look() => board.Look();

    /// <summary>The log lines that came since.</summary>
    public IEnumerable<ScreenLine> TakeLines()
    {
        while (lines.TryDequeue(out var line))
        {
            yield return line;
        }
    }

    /// <summary>Waits for the next frame.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Next() => !closing.Wait(_frame);
}
