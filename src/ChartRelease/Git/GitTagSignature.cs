using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>
/// Sees to it that a tag that has to be signed is: when ssh-keygen fails, git 2.39 for one makes the tag without a signature and
/// reports success.
/// </summary>
internal static class GitTagSignature
{
    /// <summary>Takes a new tag back when the settings ask for a signature and it has none.</summary>
    /// <param name="git">The repository.</param>
    /// <param name="name">The tag that was just made.</param>
    /// <param name="made">What git said when it made the tag.</param>
    /// <exception cref="ChartReleaseException">It was taken back (<see cref="FailureReason.GitFailed"/>).</exception>
    public static async Task RequireAsync(GitCommand git, string name, ProcessResult made)
    {
        // Not cancellable: what is half done here is a tag that must not stay.
        var wanted = await git.ReadAsync(["config", "--type=bool", "--default=false", "--get", "tag.gpgSign"], CancellationToken.None).ConfigureAwait(false);
        if (wanted.Trim() == "false")
        {
            return;
        }

        var reference = "refs/tags/" + name;
        var signature = await git.ReadAsync(["for-each-ref", "--format=%(contents:signature)", reference], CancellationToken.None).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(signature))
        {
            var deleted = await ProcessRunner.RunAsync(git.Writer(null, "update-ref", "-d", reference), CancellationToken.None).ConfigureAwait(false);
            throw new ChartReleaseException(
                FailureReason.GitFailed,
                $"Git made the tag '{name}' without the signature that tag.gpgSign asks for: {made.Words}"
                + (deleted.ExitCode == 0 ? "" : $" It could not be taken back: {deleted.Words}"),
                "A signed tag.",
                "Correct the signing settings (gpg.format, user.signingKey), then run the command again.");
        }
    }
}
