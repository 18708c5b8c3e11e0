using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Finds the commit that a revision names.</summary>
internal static class GitRevisionReader
{
    public static async Task<string> ResolveAsync(GitCommand git, string revision, CancellationToken cancellationToken)
    {
        // No revision begins with a dash, and git would take it for an option.
        if (revision.Length > 0 && revision[0] != '-')
        {
            var request = git.Reader("rev-parse", "--verify", "--quiet", revision + "^{commit}");
            var result = await ProcessRunner.RunAsync(request, cancellationToken).ConfigureAwait(false);
            if (result.ExitCode == 0)
            {
                return result.Output.Trim();
            }
        }

        throw new ChartReleaseException(
            FailureReason.RevisionNotFound,
            $"The repository has no commit '{revision}'.",
            "A commit id, tag or branch of this repository.",
            "Check the name with git log, or fetch it: git fetch --tags origin.");
    }
}
