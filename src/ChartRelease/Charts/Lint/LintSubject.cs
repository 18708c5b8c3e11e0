namespace ChartRelease.Charts.Lint;

/// <summary>A chart folder as lint rules see it: also when its files cannot be read as a chart.</summary>
public sealed class LintSubject(IChartSource source, string folder)
{
    /// <summary>Chart folder relative to the repository root; empty for the root.</summary>
    public string Folder { get; } = folder;

    internal IChartSource Source { get; } = source;
}
