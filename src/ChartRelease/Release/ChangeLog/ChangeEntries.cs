using ChartRelease.Versioning.Commits;

namespace ChartRelease.Release.ChangeLog;

/// <summary>Makes lines of a change log out of changes. Pure.</summary>
internal static class ChangeEntries
{
    private static readonly HashSet<string> _internal = new(StringComparer.Ordinal) { "build", "chore", "ci", "docs", "style", "test" };

    /// <summary>
    /// What users are to know. Internal work (<c>build</c>, <c>chore</c>, <c>ci</c>, <c>docs</c>, <c>style</c>, <c>test</c>) is left out unless it breaks
    /// something, is about dependencies (scope <c>deps</c>), or there is nothing else to tell.
    /// </summary>
    /// <param name="changes">The changes, newest first.</param>
    /// <param name="updates">Charts of the same repository that it depends on and that changed with it, each with its version.</param>
    public static IReadOnlyList<ChangeEntry> Of(IReadOnlyList<CommitChange> changes, IEnumerable<string> updates)
    {
        List<ChangeEntry> updated = [.. updates.Select(update => new ChangeEntry(ChangeKind.Changed, $"update {update}", false, null, []))];
        List<ChangeEntry> told = [.. changes.Where(IsOfInterest).Select(Of), .. updated];
        return told.Count > 0 ? told
            : changes.Count > 0 ? [.. changes.Select(Of)]
            : [new ChangeEntry(ChangeKind.Changed, "maintenance release", false, null, [])];
    }

    private static bool IsOfInterest(CommitChange change) =>
        change.Type is null || !_internal.Contains(change.Type) || change.Impact == ChangeImpact.Breaking || change.Scope?.StartsWith("deps", StringComparison.Ordinal) == true;

    private static ChangeEntry Of(CommitChange change)
    {
        var text = change.Scope is null ? change.Description : $"{change.Scope}: {change.Description}";
        var note = change.BreakingNote is { } breaking && breaking != change.Description ? $" ({breaking})" : "";
        return new ChangeEntry(Kind(change), text + note, change.Impact == ChangeImpact.Breaking, change.Commit, change.Issues);
    }

    private static ChangeKind Kind(CommitChange change) => (change.Type, change.Scope) switch
    {
        (_, "security") or ("security", _) => ChangeKind.Security,
        ("feat", _) => ChangeKind.Added,
        ("fix", _) => ChangeKind.Fixed,
        ("revert" or "remove", _) => ChangeKind.Removed,
        ("deprecate", _) => ChangeKind.Deprecated,
        _ => ChangeKind.Changed,
    };
}
