namespace ChartRelease.Git;

/// <summary>Tells that an object cannot be read.</summary>
internal static class GitObjectFailure
{
    public static ChartReleaseException Of(string name, string found, Exception? exception) => new(
        FailureReason.GitFailed,
        $"The object {name} cannot be read from the repository: {found}.",
        "Every object of the commit in the repository, or, in a partial clone, at its remote.",
        "Check the repository with git fsck; in a partial clone check that the remote can be reached.",
        exception);
}
