namespace ChartRelease.Release.ChangeLog;

/// <summary>One line of a change log.</summary>
/// <param name="Kind">Its group.</param>
/// <param name="Text">What changed, one line without links.</param>
/// <param name="IsBreaking">Whether it breaks what worked.</param>
/// <param name="Commit">Full id of the commit; <see langword="null"/> when no commit of its own stands behind it.</param>
/// <param name="Issues">Numbers of issues it belongs to.</param>
public sealed record ChangeEntry(ChangeKind Kind, string Text, bool IsBreaking, string? Commit, IReadOnlyList<int> Issues);
