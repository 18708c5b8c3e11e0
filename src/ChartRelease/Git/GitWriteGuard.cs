namespace ChartRelease.Git;

/// <summary>Keeps copies of the files and of the index, and puts them back unless the commit was made.</summary>
internal sealed class GitWriteGuard : IDisposable
{
    private static readonly string[] Operations =
        ["MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply", "BISECT_LOG"];

    private readonly string _gitDirectory;
    private readonly string? _branchLock;
    private readonly Dictionary<string, byte[]?> _copies = [];
    private bool _complete;

    public GitWriteGuard(GitRepository repository, IEnumerable<string> paths)
    {
        _gitDirectory = repository.GitDirectory;
        var branchLock = GitDeadLocks.BranchLock(repository);
        _branchLock = File.Exists(branchLock) ? null : branchLock;
        var files = paths.Select(path => Path.Combine(repository.Root, path.Replace('/', Path.DirectorySeparatorChar)));
        foreach (var file in files.Append(Path.Combine(_gitDirectory, "index")))
        {
            _copies[file] = Read(file);
        }
    }

    public static void ThrowIfBusy(string gitDirectory)
    {
        var operation = Array.Find(Operations, name => Path.Exists(Path.Combine(gitDirectory, name)));
        if (operation is not null || File.Exists(Path.Combine(gitDirectory, "index.lock")))
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                operation is null ? "Another git process holds the index (index.lock)." : $"The repository is in the middle of an operation ({operation}).",
                "A repository in which nothing else is going on.",
                "Finish or abort the merge, rebase, cherry-pick, revert or bisect (git status tells how), then run the command again.");
        }
    }

    /// <summary>Everything went well: nothing is tidied.</summary>
    public void Complete() => _complete = true;

    /// <summary>The commit was made, then something failed: only locks are tidied.</summary>
    public void KeepFiles() => _copies.Clear();

    public void Dispose()
    {
        if (_complete)
        {
            return;
        }

        // git removes its locks when it ends by itself, but not when it is killed. They are ours: there was none before.
        foreach (var leftover in Directory.EnumerateFiles(_gitDirectory, "*.lock").Append(_branchLock).Where(File.Exists))
        {
            File.Delete(leftover!);
        }

        foreach (var (file, content) in _copies)
        {
            if (content is not null && Read(file) is var now && (now is null || !content.AsSpan().SequenceEqual(now)))
            {
                AtomicFile.Write(file, content);
            }
        }
    }

    private static byte[]? Read(string file) => File.Exists(file) ? File.ReadAllBytes(file) : null;
}
