using ChartRelease;
using ChartRelease.Release.Progress;

namespace Cake.Frosting.ChartRelease;

/// <summary>
/// Shows steps on a screen while they go on, and leaves a line of each when the phase ends. As long as the screen is there, log lines go
/// through it.
/// </summary>
/// <param name="log">Gets the lines that stay.</param>
/// <param name="open">Opens the screen for a board.</param>
/// <param name="time">Times the steps.</param>
internal sealed class LiveProgress(IReleaseLog log, Func<ProgressBoard, LiveScreen> open, TimeProvider time) : IReleaseProgress, IReleaseLog
{
    private readonly Lock _gate = new();
    private ProgressBoard? _board;
    private volatile LiveScreen? _screen;

    /// <inheritdoc/>
    public void Report(ProgressEvent change)
    {
        lock (_gate)
        {
            if (change is PhaseStarted phase)
            {
                _board = new ProgressBoard(phase, time);
            }

            _board?.Apply(change);
            switch (change)
            {
                // Where all is skipped there is nothing to watch.
                case StepStarted when _board is { } board:
                    _screen ??= open(board);
                    break;
                case PhaseEnded when _board is { } board:
                    Close(board);
                    break;
            }
        }
    }

    /// <inheritdoc/>
    public void Write(ReleaseLogLevel level, string message)
    {
        if (_screen?.TryWrite(level, message) != true)
        {
            log.Write(level, message);
        }
    }

    /// <summary>Leaves the terminal usable when the process is about to end in the middle of a drawing.</summary>
    public void Leave() => _screen?.Leave();

    private void Close(ProgressBoard board)
    {
        _screen?.Dispose();
        (_screen, _board) = (null, null);
        foreach (var row in board.Look().Rows.Where(row => row.Outcome is not null))
        {
            log.Write(ReleaseLogLevel.Information, ProgressText.Ended(row));
        }
    }
}
