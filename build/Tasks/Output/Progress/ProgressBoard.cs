using ChartRelease.Release.Progress;

namespace Cake.Frosting.ChartRelease;

/// <summary>Keeps how far the steps of a phase are. Safe for concurrent use.</summary>
internal sealed class ProgressBoard
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly BoardRow[] _rows;
    private readonly Dictionary<ProgressStep, int> _places;

    public ProgressBoard(PhaseStarted phase, TimeProvider time)
    {
        _time = time;
        _started = time.GetTimestamp();
        Phase = phase.Phase;
        _rows = [.. phase.Steps.Select(step => new BoardRow(step))];
        _places = _rows.Index().ToDictionary(row => row.Item.Step, row => row.Index);
    }

    /// <summary>What is being done.</summary>
    public ReleasePhase Phase { get; }

    /// <summary>Takes a change.</summary>
    public void Apply(ProgressEvent change)
    {
        lock (_gate)
        {
            switch (change)
            {
                case StepStarted started:
                    Change(started.Step, row => row with { Started = Now, Total = started.TotalBytes });
                    break;
                case StepMoved moved:
                    Change(moved.Step, row => row with { Bytes = moved.Bytes });
                    break;
                case StepEnded ended:
                    Change(ended.Step, row => Timed(row) with { Outcome = ended.Outcome, Manifest = ended.Manifest });
                    break;
                case RequestRepeated repeated:
                    foreach (var row in _rows.Where(row => row.IsRunning && row.Step.Repository == repeated.Repository).ToList())
                    {
                        Change(row.Step, found => found with { Retries = found.Retries + 1 });
                    }

                    break;
            }
        }
    }

    /// <summary>How far the steps are now, in the order of the plan.</summary>
    public BoardState Look()
    {
        lock (_gate)
        {
            return new BoardState(Phase, [.. _rows.Select(Timed)], Now);
        }
    }

    private TimeSpan Now => _time.GetElapsedTime(_started);

    private BoardRow Timed(BoardRow row) => row is { IsRunning: true, Started: { } started } ? row with { Elapsed = Now - started } : row;

    private void Change(ProgressStep step, Func<BoardRow, BoardRow> change)
    {
        if (_places.TryGetValue(step, out var place))
        {
            _rows[place] = change(_rows[place]);
        }
    }
}
