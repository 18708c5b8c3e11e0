using ChartRelease.Charts;

namespace ChartRelease.Git;

/// <summary>Lists folders of a commit with symbolic links followed.</summary>
internal sealed class GitLinks
{
    /// <summary>As many links in a row as Linux follows.</summary>
    private const int MaxDepth = 40;

    private readonly GitTreeIndex _index;
    private readonly Func<string, string> _readText;

    public GitLinks(GitTree tree, Func<string, string> readText) => (_index, _readText) = (new GitTreeIndex(tree), readText);

    public GitListing List(string folder)
    {
        var listing = new GitListing([], new HashSet<string>(StringComparer.Ordinal));
        AddFolder(listing, folder.TrimEnd('/'), "", [folder.TrimEnd('/')]);
        return listing;
    }

    /// <param name="listing">Gets the files.</param>
    /// <param name="folder">The folder in the commit.</param>
    /// <param name="prefix">What stands before the files' paths.</param>
    /// <param name="open">The folder, and those from which links led to it.</param>
    private void AddFolder(GitListing listing, string folder, string prefix, string[] open)
    {
        foreach (var entry in _index.Below(folder))
        {
            Add(listing, entry, prefix + (folder is "." or "" ? entry.Path : entry.Path[(folder.Length + 1)..]), open, 0);
        }
    }

    private void Add(GitListing listing, GitTreeEntry entry, string path, string[] open, int depth)
    {
        switch (entry.Kind)
        {
            case GitEntryKind.Submodule:
                throw Invalid(entry, "is a submodule", "Commit the files themselves, or move the submodule out of the chart folder.");
            case GitEntryKind.SymbolicLink when depth >= MaxDepth:
                throw Invalid(entry, $"is one of more than {MaxDepth} symbolic links in a row", "Point the link at a file or folder.");
            case GitEntryKind.SymbolicLink:
                AddTarget(listing, entry, path, open, depth);
                break;
            case GitEntryKind.File or GitEntryKind.ExecutableFile when path.Contains('\uFFFD', StringComparison.Ordinal):
                throw Invalid(entry, "has a name that is not UTF-8", "Rename the file.");
            default:
                listing.Files.Add(new SourceFile(path, entry.Size, entry.Id));
                break;
        }
    }

    private void AddTarget(GitListing listing, GitTreeEntry link, string path, string[] open, int depth)
    {
        var target = Resolve(listing, link, depth);
        listing.Followed.Add(target);
        if (_index.Find(target) is { } entry)
        {
            Add(listing, entry, path, open, depth + 1);
        }
        else if (open.Append(link.Path).Any(folder => ChartFolders.Contains(target, folder)))
        {
            throw Invalid(link, $"is a symbolic link to '{target}', which contains the link", "Point the link at a folder beside it.");
        }
        else if (_index.IsFolder(target))
        {
            AddFolder(listing, target, path + "/", [.. open, target]);
        }
        else
        {
            throw Invalid(link, $"is a symbolic link to '{target}', which is not in the commit", "Commit the target, or remove the link.");
        }
    }

    /// <summary>The link's target with links among its folders followed; the last part may be a link again.</summary>
    private string Resolve(GitListing listing, GitTreeEntry link, int depth)
    {
        var text = _readText(link.Id);
        if (text.StartsWith('/') || text.Contains('\\', StringComparison.Ordinal) || text.Contains(':', StringComparison.Ordinal))
        {
            throw Leaves(link, text);
        }

        List<string> parts = [.. link.Path.Split('/')[..^1]];
        foreach (var part in text.Split('/'))
        {
            if (part is "" or ".")
            {
                continue;
            }

            // A link among the folders leads elsewhere, and ".." counts from there.
            if (parts.Count > 0 && _index.Find(string.Join('/', parts)) is { Kind: GitEntryKind.SymbolicLink } inner)
            {
                listing.Followed.Add(inner.Path);
                parts = depth < MaxDepth
                    ? [.. Resolve(listing, inner, depth + 1).Split('/', StringSplitOptions.RemoveEmptyEntries)]
                    : throw Invalid(link, $"is one of more than {MaxDepth} symbolic links in a row", "Point the link at a file or folder.");
            }

            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count > 0)
            {
                parts.RemoveAt(parts.Count - 1);
            }
            else
            {
                throw Leaves(link, text);
            }
        }

        return string.Join('/', parts);
    }

    private static ChartReleaseException Leaves(GitTreeEntry link, string target) => Invalid(
        link,
        $"is a symbolic link to '{target}', which is outside the repository",
        "Commit what it points at inside the repository, or remove the link.");

    private static ChartReleaseException Invalid(GitTreeEntry entry, string found, string next) => new(
        new Failure(FailureReason.InvalidChart, $"'{entry.Path}' {found}.", "Files, and symbolic links to what is in the same commit.", next)
        {
            Location = new SourceLocation(entry.Path),
        });
}
