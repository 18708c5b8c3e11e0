namespace Cake.ChartRelease.Helm;

/// <summary>What a finished helm process left behind, with secrets already taken out.</summary>
/// <param name="CommandLine">What was run, with secrets already taken out.</param>
/// <param name="ExitCode">Exit code.</param>
/// <param name="StandardOutput">Lines of standard output.</param>
/// <param name="StandardError">Lines of standard error.</param>
internal sealed record HelmOutput(
    string CommandLine, int ExitCode, IReadOnlyList<string> StandardOutput, IReadOnlyList<string> StandardError)
{
    private const int MaximumLines = 20;
    private const int MaximumCharacters = 4000;

    /// <summary>Standard output as text, each line ended with a line feed.</summary>
    public string Text => string.Concat(StandardOutput.Select(line => line + "\n"));

    /// <summary>Both streams: helm moved some of its messages from one to the other between versions.</summary>
    public IEnumerable<string> Lines => StandardOutput.Concat(StandardError);

    /// <summary>The end of what helm said: that is where its error stands. Standard output counts when standard error is empty.</summary>
    public string Tail
    {
        get
        {
            var lines = StandardError.Any(line => !string.IsNullOrWhiteSpace(line)) ? StandardError : StandardOutput;
            // helm's hint names a flag of helm's that users of the pipeline cannot give.
            var text = string.Join('\n', lines.Where(line => !line.StartsWith("Use --debug flag", StringComparison.Ordinal)).TakeLast(MaximumLines)).Trim();
            return text.Length == 0 ? "(it printed nothing)"
                : text.Length <= MaximumCharacters ? text
                : "…" + text[^MaximumCharacters..];
        }
    }
}
