using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>A folder of a commit.</summary>
/// <param name="Commit">Full id of the commit.</param>
/// <param name="Folder">Folder relative to the root; <c>.</c> for the root itself.</param>
public sealed record GitFolder(string Commit, string Folder);

/// <summary>Finds the tree ids of folders: <c>git cat-file --batch-check</c>.</summary>
internal static class GitFolderReader
{
    /// <returns>For each folder the id of its tree; <see langword="null"/> where the commit has no such folder.</returns>
    public static async Task<IReadOnlyDictionary<GitFolder, string?>> ReadAsync(
        GitCommand git, IReadOnlyCollection<GitFolder> folders, CancellationToken cancellationToken)
    {
        // Those of a commit together: git unpacks the trees above them once.
        List<GitFolder> asked = [.. folders.Distinct().GroupBy(static folder => folder.Commit).SelectMany(static commit => commit)];
        if (asked.Count == 0)
        {
            return new Dictionary<GitFolder, string?>();
        }

        var request = git.Reader("-c", GitTreePairReader.DeltaCache, "cat-file", "--batch-check=%(objecttype) %(objectname)");
        var input = string.Concat(asked.Select(static folder => $"{folder.Commit}:{(folder.Folder == "." ? "" : folder.Folder)}\n"));
        var result = await ProcessRunner.RunAsync(request with { Input = input }, cancellationToken).ConfigureAwait(false);
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        if (result.ExitCode != 0 || lines.Length != asked.Count)
        {
            throw GitCommand.Failed("cat-file", result);
        }

        return asked.Zip(lines).ToDictionary(static pair => pair.First, static pair => Tree(pair.Second));
    }

    private static string? Tree(string line) => line.Split(' ') is ["tree", var id] ? id : null;
}
