using System.Globalization;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>helm ran and ended with an exit code other than 0 (<see cref="FailureReason.ToolFailed"/>). Its own words are in the message.</summary>
public sealed class HelmFailedException : HelmException
{
    internal HelmFailedException(string verb, HelmOutput output)
        : base(
            FailureReason.ToolFailed,
            string.Create(CultureInfo.InvariantCulture, $"helm {verb} failed with exit code {output.ExitCode}: {output.Tail}"),
            "Exit code 0.",
            $"Correct what helm says. It was run as: {output.CommandLine}") =>
        (ExitCode, CommandLine) = (output.ExitCode, output.CommandLine);

    /// <summary>helm's exit code.</summary>
    public int ExitCode { get; }

    /// <summary>The command line, with secrets replaced by <c>***</c>.</summary>
    public string CommandLine { get; }
}
