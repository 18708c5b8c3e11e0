using System.Globalization;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>helm took longer than its <see cref="HelmSettings.Timeout"/> and was ended with all it had started (<see cref="FailureReason.ToolFailed"/>).</summary>
public sealed class HelmTimeoutException : HelmException
{
    internal HelmTimeoutException(string verb, TimeSpan timeout, string commandLine)
        : base(
            FailureReason.ToolFailed,
            string.Create(CultureInfo.InvariantCulture, $"helm {verb} did not end within {timeout.TotalSeconds} s and was ended."),
            "An end within the Timeout of the settings.",
            $"Look at what helm waits for (network, cluster), or allow it more time. It was run as: {commandLine}") =>
        (Timeout, CommandLine) = (timeout, commandLine);

    /// <summary>The time it had.</summary>
    public TimeSpan Timeout { get; }

    /// <summary>The command line, with secrets replaced by <c>***</c>.</summary>
    public string CommandLine { get; }
}
