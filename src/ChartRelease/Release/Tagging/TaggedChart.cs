namespace ChartRelease.Release.Tagging;

/// <summary>A Git tag that names a published chart.</summary>
/// <param name="Tag">The tag.</param>
/// <param name="Commit">Full id of the commit it names.</param>
/// <param name="Created">Whether it was made in this run; otherwise it was there already, on the same commit.</param>
public sealed record TaggedChart(string Tag, string Commit, bool Created)
{
    /// <summary>The remote that lacked it and has it now; <see langword="null"/> when it was not pushed.</summary>
    public string? PushedTo { get; init; }
}
