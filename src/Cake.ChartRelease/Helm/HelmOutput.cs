namespace Cake.ChartRelease.Helm;

/// <summary>What a finished helm process left behind, with secrets already taken out.</summary>
/// <param name="ExitCode">Exit code.</param>
/// <param name="StandardOutput">Lines of standard output.</param>
/// <param name="StandardError">Lines of standard error.</param>
internal sealed record HelmOutput(int ExitCode, IReadOnlyList<string> StandardOutput, IReadOnlyList<string> StandardError)
{
    /// <summary>Standard output as text, each line ended with a line feed.</summary>
    public string Text => string.Concat(StandardOutput.Select(line => line + "\n"));

    /// <summary>Both streams: helm moved some of its messages from one to the other between versions.</summary>
    public IEnumerable<string> Lines => StandardOutput.Concat(StandardError);
}
