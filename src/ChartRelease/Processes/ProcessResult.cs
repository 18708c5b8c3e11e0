namespace ChartRelease.Processes;

/// <summary>How a process ended.</summary>
/// <param name="ExitCode">Its exit code; -1 when it was stopped because the reader had enough.</param>
/// <param name="Output">Standard output as UTF-8 text; empty when it was streamed.</param>
/// <param name="Error">The end of standard error, at most 16 KiB.</param>
public sealed record ProcessResult(int ExitCode, string Output, string Error)
{
    /// <summary>The last lines the process said, for messages: standard error, or standard output when that is empty.</summary>
    public string Words => (string.IsNullOrWhiteSpace(Error) ? Output : Error).Trim();
}
