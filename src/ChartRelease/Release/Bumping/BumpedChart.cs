namespace ChartRelease.Release.Bumping;

/// <summary>A change that was made to a Chart.yaml, or is proposed.</summary>
/// <param name="Name">The chart's name.</param>
/// <param name="File">Chart.yaml relative to the repository root.</param>
/// <param name="OldVersion">Version before.</param>
/// <param name="NewVersion">Version now.</param>
/// <param name="Why">Why it is this version, in a few words.</param>
/// <param name="Changes">The changed lines of <paramref name="File"/>.</param>
public sealed record BumpedChart(string Name, string File, string OldVersion, string NewVersion, string Why, IReadOnlyList<ChangedLine> Changes)
{
    /// <summary>What else of the chart changed, such as Chart.lock or CHANGELOG.md, relative to the repository root.</summary>
    public IReadOnlyList<string> OtherFiles { get; init; } = [];
}

/// <summary>A line of a file that changed.</summary>
/// <param name="Line">1-based line in the new file.</param>
/// <param name="Old">Text before, without its line end; <see langword="null"/> for a new line.</param>
/// <param name="New">Text now, without its line end; <see langword="null"/> for one that is gone.</param>
public sealed record ChangedLine(int Line, string? Old, string? New);

/// <summary>What BumpVersion did.</summary>
/// <param name="Charts">The charts that changed.</param>
/// <param name="Commit">Full id of the commit; <see langword="null"/> when the change was left in the work tree or nothing changed.</param>
public sealed record BumpReport(IReadOnlyList<BumpedChart> Charts, string? Commit)
{
    /// <summary>The branch of the remote that the commit was pushed to, for example <c>origin/main</c>; <see langword="null"/> when it was not.</summary>
    public string? PushedTo { get; init; }
}
