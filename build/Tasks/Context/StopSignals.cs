using System.Runtime.InteropServices;

namespace Cake.Frosting.ChartRelease;

/// <summary>Turns Ctrl+C and SIGTERM into a cancelled token, so that a run stops tidily; a second signal ends the process at once.</summary>
internal sealed class StopSignals : IDisposable
{
    private readonly Action _leave;
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    /// <param name="leave">Called before the process ends at once, for what would stay behind on the terminal.</param>
    public StopSignals(Action leave)
    {
        _leave = leave;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Stop(PosixSignalContext signal)
    {
        signal.Cancel = !_source.IsCancellationRequested;
        if (!signal.Cancel)
        {
            _leave();
        }

        _source.Cancel();
    }
}
