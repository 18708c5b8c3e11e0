using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>helm ended well and printed something that is not understood, such as broken JSON (<see cref="FailureReason.ToolFailed"/>).</summary>
public sealed class HelmOutputException : HelmException
{
    internal HelmOutputException(string verb, HelmOutput output, Exception? cause = null)
        : base(
            FailureReason.ToolFailed,
            $"The output of helm {verb} is not understood{(cause is null ? "" : $" ({cause.Message})")}: {output.Tail}",
            "What helm 3.8 to 4 print.",
            $"Run the command by hand and compare; is it a supported helm? It was: {output.CommandLine}",
            cause) =>
        CommandLine = output.CommandLine;

    /// <summary>The command line, with secrets replaced by <c>***</c>.</summary>
    public string CommandLine { get; }
}
