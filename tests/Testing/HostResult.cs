namespace ChartRelease.Testing;

/// <summary>How a run ended.</summary>
/// <param name="ExitCode">The exit code.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
public sealed record HostResult(int ExitCode, string Output, string Error)
{
    /// <summary>Everything it wrote.</summary>
    public string All => $"{Output}{Error}";

    /// <inheritdoc/>
    public override string ToString() => $"exit code {ExitCode}\n--- stdout\n{Output}\n--- stderr\n{Error}";
}
