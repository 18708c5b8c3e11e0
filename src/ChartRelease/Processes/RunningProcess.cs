using System.ComponentModel;
using System.Diagnostics;

namespace ChartRelease.Processes;

/// <summary>A started process whose whole tree ends with this object.</summary>
public sealed class RunningProcess : IAsyncDisposable
{
    private const int OutputBuffer = 64 * 1024;

    private readonly Process _process;
    private readonly Task<string> _error;

    private RunningProcess(Process process)
    {
        _process = process;
        Output = new BufferedStream(process.StandardOutput.BaseStream, OutputBuffer);
        _error = BoundedText.ReadTailAsync(process.StandardError.BaseStream);
    }

    /// <summary>Standard input; the caller flushes and closes it.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Standard output, as bytes; also cheap to read one by one.</summary>
    public Stream Output { get; }

    /// <summary>Starts a process.</summary>
    /// <exception cref="ChartReleaseException">The program does not exist or may not be started (<see cref="FailureReason.ToolUnavailable"/>).</exception>
    public static RunningProcess Start(ProcessRequest request)
    {
        // The runtime would look into the working directory before PATH, and that may be a foreign repository.
        var program = Path.IsPathFullyQualified(request.FileName)
            ? request.FileName
            : ExecutablePath.Find(request.FileName, request.Environment.GetValueOrDefault("PATH")) ?? throw NotStarted(request.FileName, "it is not on PATH", null);
        var start = new ProcessStartInfo(program, request.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = request.WorkingDirectory ?? "",
        };
        foreach (var (name, value) in request.Environment)
        {
            start.Environment[name] = value;
        }

        try
        {
            return new RunningProcess(ProcessStart.Start(start));
        }
        catch (Win32Exception exception)
        {
            throw NotStarted(start.FileName, exception.Message, exception);
        }
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code and the end of standard error.</returns>
    public async Task<(int ExitCode, string Error)> WaitAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
        return (_process.ExitCode, await _error.WaitAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Closes its standard input, and waits for a process that takes this as its end.</summary>
    /// <param name="patience">How long to wait.</param>
    public async Task EndAsync(TimeSpan patience)
    {
        try
        {
            Input.Close();
        }
        catch (IOException)
        {
            // It has ended, and took its end of the pipe along.
        }

        await _process.WaitForExitAsync(CancellationToken.None).WaitAsync(patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Ends the process and all it started; nothing happens when it has ended.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in between.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            Kill();
            await _process.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        }

        _process.Dispose();
    }

    private static ChartReleaseException NotStarted(string program, string reason, Exception? exception) => new(
        FailureReason.ToolUnavailable,
        $"The program '{program}' could not be started: {reason}.",
        "An executable program, found by its path or on PATH, started in a folder that exists.",
        $"Install '{Path.GetFileName(program)}' or put it on PATH, then run the command again.",
        exception);
}
