using System.IO.Enumeration;

namespace ChartRelease.Release;

/// <summary>Keeps pushes away from branches that the settings protect. Pure.</summary>
internal static class ProtectedBranch
{
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>: the branch is one of them.</exception>
    public static void ThrowIf(string? branch, IReadOnlyList<string> globs)
    {
        if (branch is not null && globs.FirstOrDefault(glob => FileSystemName.MatchesSimpleExpression(glob, branch, ignoreCase: false)) is { } protecting)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                $"The branch {branch} is protected by \"{protecting}\" in protected-branches.",
                "A branch that may be pushed to directly.",
                "Work on another branch and open a pull request, or leave out --push.");
        }
    }
}
