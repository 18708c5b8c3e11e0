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

    /// <summary>Deletes the locks of commits whose process is gone.</summary>
    /// <param name="repository">The repository.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>: such a process runs still.</exception>
    public static void Clear(GitRepository repository)
    {
        foreach (var own in Directory.EnumerateFiles(repository.GitDirectory, Prefix + "*.lock").ToList())
        {
            if (ProcessOf(own) is { } id && IsGit(id))
            {
                throw new ChartReleaseException(
                    FailureReason.RepositoryNotWritable,
                    string.Create(CultureInfo.InvariantCulture, $"A git commit that an earlier run began is still at work (process {id}): a hook may be slow."),
                    "A repository in which nothing else is going on.",
                    "Wait until it has ended, or end it, then run the same command again.");
            }

            string?[] locks = [own, Path.Combine(repository.GitDirectory, "index.lock"), Path.Combine(repository.GitDirectory, "HEAD.lock"), BranchLock(repository)];
            foreach (var file in locks.Where(File.Exists))
            {
                WriteFailure.Guard(file!, () => File.Delete(file!));
            }
        }
    }

    /// <summary>Where git locks the branch, in a linked worktree in the repository that it belongs to; <see langword="null"/> when HEAD is detached.</summary>
    public static string? BranchLock(GitRepository repository)
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
            return process.ProcessName.StartsWith("git", StringComparison.OrdinalIgnoreCase) && !process.HasExited && !IsZombie(id);
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException or Win32Exception)
        {
            return false;
        }
    }

    // It has ended, and nobody asked how: in a container often nobody ever does.
    private static bool IsZombie(int id)
    {
        var file = string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat");
        return OperatingSystem.IsLinux() && (!File.Exists(file) || File.ReadAllText(file).Contains(") Z ", StringComparison.Ordinal));
    }
}
