using System.Globalization;
using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>Somebody else ended helm with a signal (<see cref="FailureReason.ToolFailed"/>): the system short of memory, a user, a CI runner.</summary>
public sealed class HelmKilledException : HelmException
{
    internal HelmKilledException(string verb, HelmOutput output, int signal)
        : base(
            FailureReason.ToolFailed,
            string.Create(CultureInfo.InvariantCulture, $"helm {verb} was ended by signal {signal}: {output.Tail}"),
            "A helm that ends by itself.",
            $"Look at the system's log (9 is mostly a lack of memory, 15 a CI runner that stops), and run the command again. It was: {output.CommandLine}") =>
        (Signal, CommandLine) = (signal, output.CommandLine);

    /// <summary>Number of the signal, such as 9 for SIGKILL.</summary>
    public int Signal { get; }

    /// <summary>The command line, with secrets replaced by <c>***</c>.</summary>
    public string CommandLine { get; }
}
