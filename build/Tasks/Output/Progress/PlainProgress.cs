using ChartRelease;
using ChartRelease.Release.Progress;

namespace Cake.Frosting.ChartRelease;

/// <summary>Writes a line when a chart is done, and at most one every few seconds while bytes move.</summary>
/// <param name="log">Gets the lines.</param>
/// <param name="time">Times them.</param>
internal sealed class PlainProgress(IReleaseLog log, TimeProvider time) : IReleaseProgress
{
    /// <summary>How long nothing is told about bytes.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly Lock _gate = new();
    private ProgressBoard? _board;
    private long _told;

    /// <inheritdoc/>
    public void Report(ProgressEvent change)
    {
        lock (_gate)
        {
            if (change is PhaseStarted phase)
            {
                (_board, _told) = (new ProgressBoard(phase, time), time.GetTimestamp());
            }

            _board?.Apply(change);
            switch (change)
            {
                case StepEnded ended:
                    Tell(state => ProgressText.Ended(state.Rows.First(row => row.Step == ended.Step)));
                    break;
                case StepMoved when time.GetElapsedTime(_told) >= Pause:
                    Tell(ProgressText.UnderWay);
                    _told = time.GetTimestamp();
                    break;
            }
        }
    }

    private void Tell(Func<BoardState, string> line)
    {
        if (_board is { } board)
        {
            log.Write(ReleaseLogLevel.Information, line(board.Look()));
        }
    }
}
