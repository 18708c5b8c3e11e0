using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace ChartRelease.Git;

/// <summary>
/// The locks that <c>git commit</c> leaves when it is killed. While it commits single files it keeps an index of its own, whose name has
/// the number of the process: <c>next-index-PID.lock</c>. So one can tell the dead from the living, which of <c>index.lock</c> one cannot.
/// </summary>
internal static class GitDeadLocks
{
    private const string Prefix = "next-index-";

    /// <summary>Deletes the locks of commits whose process is gone. An <c>index.lock</c> that is newer than theirs is somebody else's, as are the others then.</summary>
    /// <param name="repository">The repository.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>: such a process runs still; nothing is deleted.</exception>
    public static void Clear(GitRepository repository)
    {
        var own = Own(repository);
        if (own.Select(ProcessOf).FirstOrDefault(id => id is { } known && IsGit(known)) is { } living)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                string.Create(CultureInfo.InvariantCulture, $"A git commit that an earlier run began is still at work (process {living}): a hook may be slow."),
                "A repository in which nothing else is going on.",
                "Wait until it has ended, or end it, then run the same command again.");
        }

        // git makes index.lock first, and locks HEAD and the branch while it has it.
        var index = IndexLock(repository);
        var isTheirs = own.Count > 0 && File.Exists(index) && File.GetLastWriteTimeUtc(index) <= own.Max(File.GetLastWriteTimeUtc);
        Delete(isTheirs ? Present(repository) : own);
    }

    /// <summary>The locks that a commit may leave, as far as they are there.</summary>
    public static IEnumerable<string> Present(GitRepository repository)
    {
        string[] fixedNames = [IndexLock(repository), Path.Combine(repository.GitDirectory, "HEAD.lock"), .. BranchLock(repository) is { } branch ? [branch] : Array.Empty<string>()];
        return [.. Own(repository), .. fixedNames.Where(File.Exists)];
    }

    /// <summary>Deletes locks.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static void Delete(IEnumerable<string> locks)
    {
        foreach (var file in locks)
        {
            WriteFailure.Guard(file, () => File.Delete(file));
        }
    }

    private static IReadOnlyList<string> Own(GitRepository repository) => [.. Directory.EnumerateFiles(repository.GitDirectory, Prefix + "*.lock")];

    private static string IndexLock(GitRepository repository) => Path.Combine(repository.GitDirectory, "index.lock");

    // In a linked worktree git locks the branch in the repository that it belongs to; with HEAD detached there is none.
    private static string? BranchLock(GitRepository repository)
    {
        var link = Path.Combine(repository.GitDirectory, "commondir");
        var common = File.Exists(link) ? Path.GetFullPath(File.ReadAllText(link).Trim(), repository.GitDirectory) : repository.GitDirectory;
        return repository.Branch is { } branch ? Path.Combine(common, "refs", "heads", $"{branch}.lock") : null;
    }

    private static int? ProcessOf(string file) =>
        int.TryParse(Path.GetFileNameWithoutExtension(file).AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static bool IsGit(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.ProcessName.Equals("git", StringComparison.OrdinalIgnoreCase) && !process.HasExited && !IsZombie(id);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    // It has ended, and nobody asked how: in a container often nobody ever does.
    private static bool IsZombie(int id)
    {
        try
        {
            return OperatingSystem.IsLinux()
                && File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat")).Contains(") Z ", StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Now it is gone altogether.
            return true;
        }
    }
}
