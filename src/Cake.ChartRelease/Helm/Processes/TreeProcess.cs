using System.Collections.Concurrent;
using System.ComponentModel;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using SystemProcess = System.Diagnostics.Process;

namespace Cake.ChartRelease.Helm.Processes;

/// <summary>A started process that is ended with all it started. Its standard input is closed after what it gets there.</summary>
internal sealed class TreeProcess : IProcess
{
    /// <summary>How long a killed process may take to be gone; one that left the tree may keep the output open.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(3);

    private readonly SystemProcess _process;
    private readonly ICakeLog _log;
    private readonly ConcurrentQueue<string> _output = new();
    private readonly ConcurrentQueue<string> _error = new();
    private readonly Task _end;

    public TreeProcess(SystemProcess process, ProcessSettings settings, ICakeLog log)
    {
        (_process, _log) = (process, log);
        _end = Task.WhenAll(
            WriteAsync(process.StandardInput.BaseStream, settings.StandardInput?.Memory ?? default),
            ReadAsync(process.StandardOutput, settings.RedirectedStandardOutputHandler, _output),
            ReadAsync(process.StandardError, settings.RedirectedStandardErrorHandler, _error),
            process.WaitForExitAsync());
    }

    public void WaitForExit() => _end.GetAwaiter().GetResult();

    /// <summary>Waits for the process and the last line of its output, which a child may keep open; ends the tree when it is late.</summary>
    public bool WaitForExit(int milliseconds)
    {
        if (_end.Wait(milliseconds))
        {
            return true;
        }

        Kill();
        return false;
    }

    public int GetExitCode() => _process.ExitCode;

    public IEnumerable<string> GetStandardOutput() => Logged(_output);

    public IEnumerable<string> GetStandardError() => Logged(_error);

    /// <summary>Ends the process with all it started, and waits until they are gone.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
            _end.Wait(Grace);
        }
        catch (Exception exception) when (exception is InvalidOperationException or Win32Exception or AggregateException)
        {
            // It ended in between.
        }
    }

    public void Dispose() => _process.Dispose();

    /// <summary>The lines, shown at diagnostic verbosity as Cake's own processes do.</summary>
    private IEnumerable<string> Logged(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            _log.Debug("{0}", line);
            yield return line;
        }
    }

    private static async Task WriteAsync(Stream stream, ReadOnlyMemory<byte> input)
    {
        try
        {
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(input).ConfigureAwait(false);
            }
        }
        catch (IOException)
        {
            // It ended without reading its input; its exit code and words say why.
        }
    }

    private static async Task ReadAsync(StreamReader reader, Func<string, string>? handler, ConcurrentQueue<string> lines)
    {
        try
        {
            while (await reader.ReadLineAsync().ConfigureAwait(false) is { } line)
            {
                if ((handler is null ? line : handler(line)) is { } kept)
                {
                    lines.Enqueue(kept);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process was killed and its pipe closed under us; what came so far is what there is.
        }
    }
}
