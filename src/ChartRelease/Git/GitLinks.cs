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

    public IReadOnlyList<SourceFile> List(string folder)
    {
        List<SourceFile> files = [];
        AddFolder(files, folder.TrimEnd('/'), "", folder, 0);
        return files;
    }

    private void AddFolder(List<SourceFile> files, string folder, string prefix, string chart, int depth)
    {
        foreach (var entry in _index.Below(folder))
        {
            Add(files, entry, prefix + (folder is "." or "" ? entry.Path : entry.Path[(folder.Length + 1)..]), chart, depth);
        }
    }

    private void Add(List<SourceFile> files, GitTreeEntry entry, string path, string chart, int depth)
    {
        switch (entry.Kind)
        {
            case GitEntryKind.Submodule:
                throw Invalid(entry, "is a submodule", "Commit the files themselves, or move the submodule out of the chart folder.");
            case GitEntryKind.SymbolicLink when depth >= MaxDepth:
                throw Invalid(entry, $"is one of more than {MaxDepth} symbolic links in a row", "Point the link at a file or folder.");
            case GitEntryKind.SymbolicLink:
                AddTarget(files, entry, path, chart, depth);
                break;
            case GitEntryKind.File or GitEntryKind.ExecutableFile when path.Contains('\uFFFD', StringComparison.Ordinal):
                throw Invalid(entry, "has a name that is not UTF-8", "Rename the file.");
            default:
                files.Add(new SourceFile(path, entry.Size, entry.Id));
                break;
        }
    }

    private void AddTarget(List<SourceFile> files, GitTreeEntry link, string path, string chart, int depth)
    {
        var target = Resolve(link, depth);
        if (_index.Find(target) is { } entry)
        {
            Add(files, entry, path, chart, depth + 1);
        }
        else if (_index.IsFolder(target))
        {
            AddFolder(files, target, path + "/", chart, depth + 1);
        }
        else
        {
            throw Invalid(link, $"is a symbolic link to '{target}', which is not in the commit", "Commit the target, or remove the link.");
        }
    }

    /// <summary>The link's target with links among its folders followed; the last part may be a link again.</summary>
    private string Resolve(GitTreeEntry link, int depth)
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
                parts = depth < MaxDepth
                    ? [.. Resolve(inner, depth + 1).Split('/', StringSplitOptions.RemoveEmptyEntries)]
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
