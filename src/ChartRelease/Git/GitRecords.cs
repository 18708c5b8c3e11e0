namespace ChartRelease.Git;

/// <summary>A commit.</summary>
/// <param name="Id">Full object id.</param>
/// <param name="CommitterTime">When it was committed, in UTC, to the second.</param>
/// <param name="Author">Name of the author.</param>
/// <param name="Subject">First paragraph of the message on one line.</param>
public sealed record GitCommit(string Id, DateTimeOffset CommitterTime, string Author, string Subject)
{
    /// <summary>Mail address of the author, without angle brackets; may be empty.</summary>
    public string AuthorMail { get; init; } = "";

    /// <summary>The message after its first paragraph, trailers included; lines end with <c>\n</c>, none at the end.</summary>
    public string Body { get; init; } = "";

    /// <summary>Full ids of the parents in order: none for a first commit, several for a merge.</summary>
    public IReadOnlyList<string> Parents { get; init; } = [];

    /// <summary>The whole message, its first paragraph on one line.</summary>
    public string Message => Body.Length == 0 ? Subject : $"{Subject}\n\n{Body}";

    /// <summary>Whether it joins branches.</summary>
    public bool IsMerge => Parents.Count > 1;
}

/// <summary>A commit, and the folders it touched among those asked for.</summary>
/// <param name="Commit">The commit.</param>
/// <param name="Folders">The folders, as they were asked for.</param>
public sealed record GitTouch(GitCommit Commit, IReadOnlyList<string> Folders);

/// <summary>Asks for the commits since another one that touched any of some folders.</summary>
/// <param name="Base">Full id of a commit; what it is made of does not count.</param>
/// <param name="Folders">Folders relative to the root; <c>.</c> for the root itself.</param>
public sealed record GitChangeQuery(string Base, IReadOnlyList<string> Folders);

/// <summary>A tag that names a commit.</summary>
/// <param name="Name">Name without <c>refs/tags/</c>.</param>
/// <param name="Commit">Full id of the commit, also of an annotated tag.</param>
/// <param name="IsAnnotated">Whether it is a tag object with a message.</param>
public sealed record GitTag(string Name, string Commit, bool IsAnnotated);

/// <summary>A change that is not committed.</summary>
/// <param name="Path">Path relative to the repository root, with <c>/</c> separators.</param>
/// <param name="State">The two letters of <c>git status</c>, index and working tree, for example <c>.M</c> or <c>??</c>.</param>
public sealed record GitChange(string Path, string State)
{
    /// <summary>Whether the index holds something else than HEAD.</summary>
    internal bool IsStaged => State[0] is not ('.' or '?');
}

/// <summary>A commit beside its first parent.</summary>
/// <param name="Id">Full id.</param>
/// <param name="Parent">Full id of the first parent; empty for a first commit.</param>
/// <param name="Message">Its whole message.</param>
/// <param name="Paths">What differs from the first parent, relative to the root.</param>
internal sealed record GitTip(string Id, string Parent, string Message, IReadOnlyCollection<string> Paths);
