using Cake.Core.Diagnostics;
using ChartRelease.Release;

namespace Cake.Frosting.ChartRelease;

/// <summary>What decides how progress is shown.</summary>
internal sealed record OutputSurroundings
{
    /// <summary>Whether standard output is a terminal.</summary>
    public required bool IsTerminal { get; init; }

    /// <summary>Whether the system is Windows, whose terminals set no TERM.</summary>
    public required bool IsWindows { get; init; }

    /// <summary>What standard output is for.</summary>
    public required OutputFormat Format { get; init; }

    /// <summary>How much is shown.</summary>
    public required Verbosity Verbosity { get; init; }

    /// <summary>Gives a variable of the environment.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>
    /// Nothing when quiet. Live on a terminal that people look at; lines elsewhere, and where debug lines would fight with the display.
    /// </summary>
    public ProgressMode Mode =>
        Verbosity == Verbosity.Quiet ? ProgressMode.None
        : Verbosity > Verbosity.Normal || Format != OutputFormat.Text || !IsTerminal || !CanMoveCursor || BuildServer.Is(Variable) ? ProgressMode.Plain
        : ProgressMode.Live;

    private bool CanMoveCursor => Variable("TERM") is var terminal && (string.IsNullOrEmpty(terminal) ? IsWindows : terminal != "dumb");
}
