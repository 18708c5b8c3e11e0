using ChartRelease.Git;
using ChartRelease.Release.History;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Bumping;

/// <summary>When a version may be changed: on a branch, at HEAD, and with nothing else half done in the chart.</summary>
internal static class BumpPreconditions
{
    public static void Check(RepositoryState state, ReleaseOptions options, BumpRequest request)
    {
        if (!options.IsHead)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"A version change was asked for at --commit={options.Commit}.",
                "HEAD: a change goes on top of the current branch.",
                "Leave out --commit, or check that revision out.");
        }

        ThrowIfBare(state.Repository);
        if (request.Commit && state.Repository.Branch is null)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                "HEAD is detached: a commit made here would belong to no branch.",
                "A checked-out branch.",
                "Check one out (git switch BRANCH), or add --no-commit.");
        }

        if (request.Push)
        {
            ProtectedBranch.ThrowIf(state.Repository.Branch, request.ProtectedBranches);
        }

        ThrowIfChanged(state.Folders.SelectMany(state.ChangesIn));
    }

    /// <summary>Sees to it that files are as committed.</summary>
    public static void ThrowIfChanged(IEnumerable<GitChange> changes)
    {
        if (changes.Select(change => change.Path).Distinct().ToList() is { Count: > 0 } dirty)
        {
            throw new ChartReleaseException(
                FailureReason.UncommittedChanges,
                $"{NamedFiles.List(dirty)} {(dirty.Count == 1 ? "is" : "are")} not committed.",
                "Chart folders without uncommitted changes, so that the commit holds the version change alone.",
                $"Commit or stash {(dirty.Count == 1 ? "it" : "them")}, then run this again.");
        }
    }

    /// <summary>Sees to it that there is a work tree.</summary>
    public static void ThrowIfBare(GitRepository repository)
    {
        if (repository.IsBare)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                $"{repository.Root} is a bare repository: there are no files to change.",
                "A working tree.",
                "Change the version in a clone that is checked out, or in a linked worktree (git worktree add).");
        }
    }

    /// <summary>Sees to it that commits can decide: in a shallow clone a chart without a known release may have one behind its end.</summary>
    public static void ThrowIfHidden(GitRepository repository, ChartHistory chart)
    {
        if (repository.IsShallow && chart.LastRelease is null)
        {
            throw new ChartReleaseException(
                FailureReason.ShallowClone,
                $"This is a shallow clone, and whether {chart.Name} was ever released cannot be told: it has no Git tag of a release, and tags may have been left out.",
                "The history and the tags back to the last release of every chart.",
                "Fetch them: git fetch --unshallow --tags; in GitHub Actions set 'fetch-depth: 0' for actions/checkout.");
        }
    }

    /// <summary>Sees to it that a file is one: a change would put a file in the place of the link, and leave alone what it leads to.</summary>
    /// <param name="root">Full path of the repository root.</param>
    /// <param name="path">The file relative to it.</param>
    public static void ThrowIfLink(string root, string path)
    {
        if (new FileInfo(Path.Combine(root, path)).LinkTarget is { } target)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                $"{path} is a symbolic link, to {target}.",
                "A file of the chart's own for what a version change writes.",
                $"Put a copy in its place and commit it; or change the version in {target} by hand, for all that link to it.");
        }
    }
}
