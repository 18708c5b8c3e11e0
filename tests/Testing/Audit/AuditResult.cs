namespace ChartRelease.Testing.Audit;

/// <summary>What an audit found in one repository.</summary>
/// <param name="Tags">Digest of the manifest by tag; also of tags that have a fault.</param>
/// <param name="Faults">What is missing or damaged, in words; empty when every tag is complete.</param>
public sealed record AuditResult(IReadOnlyDictionary<string, string> Tags, IReadOnlyList<string> Faults)
{
    /// <summary>
    /// Tags that are listed and name nothing, in words. A registry that dies while it writes a tag leaves its folder without content; to whoever
    /// asks for such a tag it is absent.
    /// </summary>
    public IReadOnlyList<string> EmptyTags { get; init; } = [];
}
