using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Finds out about a repository in one process.</summary>
internal static class GitRepositoryReader
{
    public static async Task<GitRepository> OpenAsync(string workingDirectory, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(workingDirectory))
        {
            throw NotARepository($"There is no folder '{workingDirectory}'.");
        }

        return Read(workingDirectory, await ProcessRunner.RunAsync(Question(workingDirectory), cancellationToken).ConfigureAwait(false));
    }

    /// <summary>The one question. What a bare repository has no answer to comes last: git answers what stands before it.</summary>
    public static ProcessRequest Question(string workingDirectory) => new GitCommand(workingDirectory).Reader(
        "rev-parse",
        "--is-bare-repository",
        "--absolute-git-dir",
        "--git-path", "shallow",
        "--show-object-format",
        "HEAD^{commit}",
        "--symbolic-full-name", "HEAD",
        "--show-toplevel");

    /// <summary>Reads git's answer.</summary>
    public static GitRepository Read(string workingDirectory, ProcessResult result)
    {
        var lines = result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return (result.ExitCode, lines) switch
        {
            (0, [_, var folder, var shallow, var format, var head, var name, var root]) => Create(root, isBare: false, folder, shallow, format, head, name),
            (not 0, ["true", var folder, var shallow, var format, var head, var name]) => Create(folder, isBare: true, folder, shallow, format, head, name),
            _ => throw Failure(workingDirectory, result, lines.Length),
        };

        GitRepository Create(string root, bool isBare, string folder, string shallow, string format, string head, string name) =>
            new(Path.GetFullPath(root))
            {
                Root = Path.GetFullPath(root),
                IsBare = isBare,
                GitDirectory = Path.GetFullPath(folder),
                ShallowFile = Path.GetFullPath(shallow, workingDirectory),
                ObjectFormat = format,
                HeadCommit = head,
                Branch = name.StartsWith("refs/heads/", StringComparison.Ordinal) ? name["refs/heads/".Length..] : null,
            };
    }

    private static ChartReleaseException Failure(string folder, ProcessResult result, int lines)
    {
        if (result.Error.Contains("not a git repository", StringComparison.OrdinalIgnoreCase))
        {
            return NotARepository($"'{folder}' is not inside a Git repository.");
        }

        if (result.Error.Contains("must be run in a work tree", StringComparison.Ordinal))
        {
            return NotARepository($"'{folder}' is in a .git folder.");
        }

        if (result.Error.Contains("dubious ownership", StringComparison.Ordinal))
        {
            return new ChartReleaseException(
                FailureReason.GitFailed,
                $"The repository at '{folder}' belongs to another user, and git therefore does not read it: {result.Words}",
                "A repository of the user who runs this, or one that git was told to trust.",
                "If you trust it, run the command of git's message (git config --global --add safe.directory …); in a container, run as the user who owns the files.");
        }

        // What comes before HEAD was answered, so HEAD is what fails. "Unknown revision" is all that git says of a branch without a commit.
        return lines >= 4
            ? new ChartReleaseException(
                FailureReason.RevisionNotFound,
                result.Error.Contains("unknown revision", StringComparison.Ordinal)
                    ? $"The repository at '{folder}' has no commit yet."
                    : $"HEAD of the repository at '{folder}' names no commit: {result.Words}",
                "A repository with at least one commit.",
                "Commit the charts first: git add . && git commit.")
            : GitCommand.Failed("rev-parse", result);
    }

    private static ChartReleaseException NotARepository(string found) => new(
        FailureReason.NotARepository,
        found,
        "A folder inside the working tree of a Git repository, or a bare repository.",
        "Change to the repository, pass --working=DIR, or create one with git init and a first commit.");
}
