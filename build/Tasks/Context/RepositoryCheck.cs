using Cake.Core;
using Cake.Core.Diagnostics;
using Cake.Git;
using ChartRelease;
using LibGit2Sharp;

namespace Cake.Frosting.ChartRelease;

/// <summary>
/// Looks at the repository before a task writes to it. With Cake.Git, as other build programs do; whatever writes goes through the git
/// command, and so do the checks that decide. Only these tasks load the native library.
/// </summary>
internal static class RepositoryCheck
{
    /// <summary>Says on which branch and commit the task works, and stops it where a commit would belong to no branch.</summary>
    /// <param name="context">The context of the run.</param>
    /// <param name="commits">Whether the task commits.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>.</exception>
    public static void Run(ICakeContext context, bool commits)
    {
        try
        {
            var root = context.GitFindRootFromPath(context.Environment.WorkingDirectory);
            var branch = context.GitBranchCurrent(root);
            if (commits && branch.FriendlyName == "(no branch)")
            {
                throw new ChartReleaseException(
                    FailureReason.RepositoryNotWritable,
                    $"HEAD is detached at {branch.Tip.Sha[..12]}: a commit made here would belong to no branch.",
                    "A checked-out branch.",
                    "Check one out (git switch BRANCH), or add --no-commit.");
            }

            context.Log.Information("{0}", $"On {branch.FriendlyName} at {branch.Tip.Sha[..12]}");
            if (context.GitHasUncommitedChanges(root))
            {
                context.Log.Verbose("There are uncommitted changes; those outside of chart folders are left alone.");
            }
        }
        catch (Exception exception) when (exception is LibGit2SharpException or RepositoryNotFoundException or TypeInitializationException or DllNotFoundException)
        {
            // A sha256 repository, an extension it does not know, a system it has no library for: git itself decides then.
            context.Log.Verbose("{0}", $"Cake.Git cannot open the repository: {exception.Message}");
        }
    }
}
