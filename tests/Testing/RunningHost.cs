using System.Diagnostics;

namespace ChartRelease.Testing;

/// <summary>A run of the release host; killed with the test.</summary>
public sealed class RunningHost : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HostSetup _setup;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    internal RunningHost(Process process, HostSetup setup)
    {
        (_process, _setup) = (process, setup);
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Sends the signal of Ctrl+C. build.sh has become the host by then: it ends with <c>exec</c>.</summary>
    public Task InterruptAsync() => SignalAsync("INT");

    /// <summary>Sends a signal to the host alone, not to what it started.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>
    /// Kills the run and everything it started, in one moment and without a warning. Only for <see cref="ReleaseHost.StartGroupAsync"/>:
    /// the group has the number of the process.
    /// </summary>
    public async Task KillGroupAsync()
    {
        while (!_process.HasExited)
        {
            using var kill = Process.Start(new ProcessStartInfo("kill", ["-KILL", "--", $"-{_process.Id}"]) { RedirectStandardError = true })!;
            await kill.WaitForExitAsync();
            if (kill.ExitCode == 0)
            {
                return;
            }

            // It is so young that it leads no group yet, or has just ended.
            await Task.Delay(1);
        }
    }

    /// <summary>The number of the process: of build.sh, which becomes the host.</summary>
    public int Id => _process.Id;

    /// <summary>Types Ctrl+C on the terminal of a run that has one.</summary>
    public async Task TypeInterruptAsync()
    {
        await _process.StandardInput.WriteAsync('\u0003');
        await _process.StandardInput.FlushAsync();
    }

    /// <summary>Waits for the end of the run.</summary>
    public async Task<HostResult> EndAsync()
    {
        try
        {
            await _process.StandardInput.WriteAsync(_setup.Input);
            _process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended without reading its input.
        }

        await _process.WaitForExitAsync();
        return new HostResult(_process.ExitCode, await _output, await _error);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _setup.OwnHome?.Dispose();
    }
}
