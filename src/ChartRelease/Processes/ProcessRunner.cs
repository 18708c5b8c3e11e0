using System.Text;

namespace ChartRelease.Processes;

/// <summary>Runs a program to its end. Cancellation ends it with everything it started.</summary>
public static class ProcessRunner
{
    /// <summary>Runs a program and keeps its standard output as text.</summary>
    /// <exception cref="ChartReleaseException">The program cannot be started. A non-zero exit code is a result, not an exception.</exception>
    public static async Task<ProcessResult> RunAsync(ProcessRequest request, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        var result = await RunAsync(request, ReadAllAsync, cancellationToken).ConfigureAwait(false);
        return result with { Output = Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length) };

        async Task<bool> ReadAllAsync(Stream stream, CancellationToken token)
        {
            await stream.CopyToAsync(output, token).ConfigureAwait(false);
            return true;
        }
    }

    /// <summary>Runs a program and hands its standard output over as it comes.</summary>
    /// <param name="request">The program.</param>
    /// <param name="read">
    /// Reads the output. It returns <see langword="true"/> after it read to the end, and <see langword="false"/> when it has enough:
    /// then the program is ended.
    /// </param>
    /// <param name="cancellationToken">Ends the program.</param>
    /// <exception cref="ChartReleaseException">The program cannot be started.</exception>
    public static async Task<ProcessResult> RunAsync(
        ProcessRequest request,
        Func<Stream, CancellationToken, Task<bool>> read,
        CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var process = RunningProcess.Start(request);
        await using (process.ConfigureAwait(false))
        {
            // A read from a pipe may not notice cancellation on every platform; the end of the process ends it.
            using var registration = cancellationToken.UnsafeRegister(static state => ((RunningProcess)state!).Kill(), process);
            var input = WriteInputAsync(request, process.Input, cancellationToken);
            var complete = await read(process.Output, cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (!complete)
            {
                process.Kill();
            }

            await input.ConfigureAwait(false);
            var (exitCode, error) = await process.WaitAsync(cancellationToken).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return new ProcessResult(complete ? exitCode : -1, "", error);
        }
    }

    private static async Task WriteInputAsync(ProcessRequest request, Stream stream, CancellationToken cancellationToken)
    {
        try
        {
            await using (stream.ConfigureAwait(false))
            {
                if ((request.SecretInput?.Reveal() ?? request.Input) is { } text)
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (IOException)
        {
            // The program ended without reading its input; its exit code and words say why.
        }
    }
}
