using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class PathChangesTests
{
    private static readonly string[] _paths = [".", "helm", "helm/a", "helm/a-b", "helm/a.c", "helm/ab", "helm/ab/x", "helm/a/deep/er", "other/file"];

    [Fact]
    public async Task Names_that_begin_alike_files_that_become_folders_and_modes_are_told_apart()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a", "a file");
        repository.Write("helm/a-b/x", "1");
        repository.Write("helm/a.c/x", "1");
        repository.Write("helm/ab/x", "1");
        repository.Write("other/file", "1");
        await repository.CommitAsync("first");
        await RequireLikeGitAsync(repository);
        await repository.RunAsync("rm", "--quiet", "helm/a");
        repository.Write("helm/a/deep/er/x", "1");
        await repository.CommitAsync("the file becomes a folder");
        await RequireLikeGitAsync(repository);
        await repository.RunAsync("update-index", "--chmod=+x", "helm/ab/x");
        await repository.RunAsync("commit", "--quiet", "--message", "mode");
        await RequireLikeGitAsync(repository);
        await repository.RunAsync("rm", "--quiet", "-r", "helm/a-b", "helm/a");
        await repository.RunAsync("commit", "--quiet", "--message", "gone");
        await RequireLikeGitAsync(repository);
        await repository.CommitAsync("nothing");
        await RequireLikeGitAsync(repository);
    }

    [Fact]
    public async Task Many_branches_at_once_and_a_long_history_are_followed()
    {
        using var repository = await Repository.CreateAsync();
        await repository.ImportAsync(string.Concat(Enumerable.Range(1, 1_500).Select(Commit)));
        await repository.RunAsync("reset", "--quiet", "--hard");

        await RequireLikeGitAsync(repository);

        // Thirty branches in turn, each from its own last commit, so that neighbours in the list are none in history; merged at the end.
        static string Commit(int mark) => FormattableString.Invariant(
            $"""
            commit refs/heads/main
            mark :{mark}
            committer x <x@example.com> {1_700_000_000 + mark} +0000
            data 1
            x
            {(mark == 1 ? "" : mark == 1_500 ? $"from :1499\n{string.Concat(Enumerable.Range(1_470, 29).Select(side => $"merge :{side}\n"))}" : $"from :{Math.Max(1, mark - 30)}\n")}M 100644 inline {_paths[3 + (mark % 3)]}/x
            data {FormattableString.Invariant($"{mark}").Length}
            {mark}


            """);
    }

    [Fact]
    public async Task What_is_watched_changes_no_answer()
    {
        using var repository = await Repository.CreateAsync();
        await repository.ImportAsync(new RandomHistory(11).ToStream(100));
        var plain = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);
        var watching = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);
        watching.Watch(RandomHistory.Folders.Take(2));

        foreach (var branch in RandomHistory.Branches)
        {
            Assert.Equal(
                await plain.LastCommitsAsync(branch, RandomHistory.Folders, GitAssert.Token),
                await watching.LastCommitsAsync(branch, RandomHistory.Folders, GitAssert.Token));
        }
    }

    [Fact]
    public async Task A_tree_that_is_missing_is_an_error_and_not_an_empty_one()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/x", "1");
        await repository.CommitAsync("first");
        var tree = (await repository.RunAsync("rev-parse", "HEAD:helm")).Trim();
        repository.Write("helm/a/x", "2");
        await repository.CommitAsync("second");
        File.Delete(repository.Combine($".git/objects/{tree[..2]}/{tree[2..]}"));
        var opened = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);

        var failure = await GitAssert.FailsAsync(FailureReason.GitFailed, () => opened.LastCommitsAsync("HEAD", ["helm/a"], GitAssert.Token));

        Assert.Contains(tree, failure.Found, StringComparison.Ordinal);
    }

    private static async Task RequireLikeGitAsync(Repository repository)
    {
        var opened = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);
        var last = await opened.LastCommitsAsync("HEAD", _paths, GitAssert.Token);
        foreach (var path in _paths)
        {
            var expected = (await repository.RunAsync("log", "-1", "--format=%H", "--", path)).Trim();
            Assert.Equal((path, expected), (path, last.GetValueOrDefault(path)?.Id ?? ""));
        }
    }
}
