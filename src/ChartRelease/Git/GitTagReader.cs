namespace ChartRelease.Git;

/// <summary>Lists tags: <c>git for-each-ref refs/tags</c>.</summary>
internal static class GitTagReader
{
    private const string Format = "--format=%(refname:strip=2)%00%(objecttype)%00%(objectname)%00%(*objecttype)%00%(*objectname)";

    public static async Task<IReadOnlyList<GitTag>> ReadAsync(GitCommand git, CancellationToken cancellationToken)
    {
        var output = await git.ReadAsync(["for-each-ref", "--sort=refname", Format, "refs/tags"], cancellationToken).ConfigureAwait(false);
        List<GitTag> tags = [];
        foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (await ParseAsync(git, line.Split('\0'), cancellationToken).ConfigureAwait(false) is { } tag)
            {
                tags.Add(tag);
            }
        }

        return tags;
    }

    private static async Task<GitTag?> ParseAsync(GitCommand git, string[] fields, CancellationToken cancellationToken) => fields switch
    {
        [var name, "commit", var id, ..] => new GitTag(name, id, IsAnnotated: false),
        [var name, "tag", _, "commit", var id] => new GitTag(name, id, IsAnnotated: true),
        // A tag of a tag: older git peels one level only.
        [var name, "tag", _, "tag", var id] =>
            new GitTag(name, await GitRevisionReader.ResolveAsync(git, id, cancellationToken).ConfigureAwait(false), IsAnnotated: true),
        [_, _, _, _, _] => null,
        _ => throw new ChartReleaseException(
            FailureReason.GitFailed,
            $"'git for-each-ref' printed a line that cannot be read: {string.Join(' ', fields)}",
            "Five fields for each tag.",
            "Check the repository with git fsck."),
    };
}
