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

    public static async Task<string> MergeBaseAsync(
        GitCommand git, string one, string other, bool isShallow, CancellationToken cancellationToken)
    {
        var (left, right) = (
            await ResolveAsync(git, one, cancellationToken).ConfigureAwait(false), await ResolveAsync(git, other, cancellationToken).ConfigureAwait(false));
        var result = await ProcessRunner.RunAsync(git.Reader("merge-base", left, right), cancellationToken).ConfigureAwait(false);
        return (result.ExitCode, isShallow) switch
        {
            (0, _) => result.Output.Trim(),
            (1, true) => throw new ChartReleaseException(
                FailureReason.ShallowClone,
                $"This is a shallow clone that hides where {other} left {one}.",
                "The history back to the commit both have in common.",
                "Fetch it: git fetch --unshallow; in GitHub Actions set 'fetch-depth: 0' for actions/checkout."),
            (1, false) => throw new ChartReleaseException(
                FailureReason.RevisionNotFound,
                $"{one} and {other} have no commit in common.",
                "A revision of the same history.",
                "Name the branch the changes go to, for example --since=origin/main."),
            _ => throw GitCommand.Failed("merge-base", result),
        };
    }
}
