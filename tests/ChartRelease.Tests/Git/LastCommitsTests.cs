using ChartRelease.Git;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class LastCommitsTests
{
    [Fact]
    public async Task Each_folder_gets_the_commit_that_touched_it_last()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/x", "1");
        repository.Write("helm/ab/x", "1");
        var first = await repository.CommitAsync("first");
        repository.Write("helm/a/x", "2");
        await repository.RunAsync("add", "--all");
        await repository.RunAsync("commit", "--quiet", "--date=2001-02-03T04:05:06+0700", "--message", "second");
        var second = await repository.HeadAsync();
        repository.Write("other", "x");
        await repository.CommitAsync("third");

        var last = await LastAsync(repository, "helm/a", "helm/ab", "helm/none");

        Assert.Equal(second, last["helm/a"].Id);
        Assert.Equal(TimeSpan.Zero, last["helm/a"].CommitterTime.Offset);
        var seconds = (await repository.RunAsync("log", "-1", "--format=%ct", second)).Trim();
        Assert.Equal(seconds, $"{last["helm/a"].CommitterTime.ToUnixTimeSeconds()}");
        Assert.Equal(first, last["helm/ab"].Id);
        Assert.False(last.ContainsKey("helm/none"));
    }

    [Theory]
    [InlineData("-5")]
    [InlineData("99999999999999")]
    public async Task A_time_that_is_none_matters_only_where_it_is_the_answer(string seconds)
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/x", "1");
        var good = await repository.CommitAsync();
        repository.Write("helm/b/x", "1");
        await repository.CommitAsync();
        var lines = (await repository.RunAsync("cat-file", "commit", "HEAD")).Split('\n');
        repository.Write("commit", string.Join('\n', lines.Select(line => line.StartsWith("committer ", StringComparison.Ordinal) ? $"committer A <a@b.test> {seconds} +0000" : line)));
        var odd = (await repository.RunAsync("hash-object", "-t", "commit", "-w", "--literally", "commit")).Trim();
        await repository.RunAsync("update-ref", "HEAD", odd);

        Assert.Equal(good, (await LastAsync(repository, "helm/a"))["helm/a"].Id);
        var failure = await Assert.ThrowsAsync<ChartReleaseException>(() => LastAsync(repository, "helm/b"));
        Assert.Equal(FailureReason.GitFailed, failure.Reason);
        Assert.Contains(odd, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submodule_or_a_link_in_the_place_of_a_folder_touches_it()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/x", "1");
        repository.Write("helm/b/x", "1");
        var first = await repository.CommitAsync();
        await repository.RunAsync("rm", "-r", "--quiet", "--cached", "helm/a");
        await repository.RunAsync("update-index", "--add", "--cacheinfo", $"160000,{first},helm/a");
        await repository.RunAsync("commit", "--quiet", "--message", "a submodule");
        var second = await repository.HeadAsync();

        var last = await LastAsync(repository, "helm/a", "helm/b");

        Assert.Equal((second, first), (last["helm/a"].Id, last["helm/b"].Id));
    }

    [Fact]
    public async Task Deleting_a_file_touches_its_folder()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/x", "1");
        repository.Write("helm/a/y", "1");
        await repository.CommitAsync();
        await repository.RunAsync("rm", "--quiet", "helm/a/y");
        var head = await repository.CommitAsync();

        Assert.Equal(head, (await LastAsync(repository, "helm/a"))["helm/a"].Id);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(20240229)]
    public async Task Merges_are_followed_as_git_log_follows_them(int seed)
    {
        using var repository = await Repository.CreateAsync();
        await repository.RunAsync("config", "log.showSignature", "true");
        await repository.RunAsync("config", "log.showRoot", "false");
        var history = new RandomHistory(seed);
        await repository.ImportAsync(history.ToStream(200));
        var opened = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);

        foreach (var branch in RandomHistory.Branches)
        {
            var last = await opened.LastCommitsAsync(branch, RandomHistory.Folders, GitAssert.Token);
            foreach (var folder in RandomHistory.Folders)
            {
                var expected = (await repository.RunAsync("log", "-1", "--no-show-signature", "--format=%H", branch, "--", folder)).Trim();
                Assert.Equal((folder, expected), (folder, last.GetValueOrDefault(folder)?.Id ?? ""));
            }

            var sets = new Dictionary<string, IReadOnlyCollection<string>> { ["folders"] = ["helm/a", "charts/c"], ["files"] = ["helm/b/0", "root/1", "helm/d"] };
            var together = await opened.LastCommitsAsync(branch, sets, GitAssert.Token);
            foreach (var (name, paths) in sets)
            {
                var expected = (await repository.RunAsync(["log", "-1", "--no-show-signature", "--format=%H", branch, "--", .. paths])).Trim();
                Assert.Equal((name, expected), (name, together.GetValueOrDefault(name)?.Id ?? ""));
            }
        }
    }

    [Fact]
    public async Task A_shallow_clone_that_hides_the_commit_is_refused()
    {
        using var origin = await Repository.CreateAsync();
        origin.Write("helm/a/x", "1");
        await origin.CommitAsync();
        origin.Write("helm/b/x", "1");
        var second = await origin.CommitAsync();
        origin.Write("other", "1");
        await origin.CommitAsync();
        using var one = await origin.CloneAsync(1);
        using var two = await origin.CloneAsync(2);

        var failure = await GitAssert.FailsAsync(FailureReason.ShallowClone, () => LastAsync(one, "helm/a"));
        await GitAssert.FailsAsync(FailureReason.ShallowClone, () => LastAsync(one, "helm/b"));
        // The boundary commit seems to add everything; it must not pass for the one that did.
        await GitAssert.FailsAsync(FailureReason.ShallowClone, () => LastAsync(two, "helm/b"));

        Assert.Contains("fetch-depth: 0", failure.Next, StringComparison.Ordinal);
        Assert.Contains("git fetch --unshallow", failure.Next, StringComparison.Ordinal);
        await two.RunAsync("fetch", "--quiet", "--unshallow");
        Assert.Equal(second, (await LastAsync(two, "helm/b"))["helm/b"].Id);
    }

    [Fact]
    public async Task A_shallow_clone_that_still_has_the_commit_is_enough()
    {
        using var origin = await Repository.CreateAsync();
        await origin.CommitAsync();
        origin.Write("helm/a/x", "1");
        var second = await origin.CommitAsync();
        using var clone = await origin.CloneAsync(2);

        Assert.True((await ChartRelease.Git.GitRepository.OpenAsync(clone.Path, GitAssert.Token)).IsShallow);
        Assert.Equal(second, (await LastAsync(clone, "helm/a"))["helm/a"].Id);
    }

    [Fact]
    public async Task Wrong_clocks_do_not_mislead_the_walk()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/x", "1");
        await repository.CommitAsync();
        var tree = (await repository.RunAsync("rev-parse", "HEAD^{tree}")).Trim();
        var root = await repository.HeadAsync();
        await repository.RunAsync("checkout", "--quiet", "-b", "side");
        repository.Write("helm/b/x", "1");
        var side = await repository.CommitAsync();
        await repository.RunAsync("checkout", "--quiet", "main");
        // A commit made "in 1970" on top of today's, merged with the side.
        repository.Write(".git/raw", $"tree {tree}\nparent {root}\nauthor x <x> 1000 +0000\ncommitter x <x> 1000 +0000\n\nold\n");
        var old = (await repository.RunAsync("hash-object", "-t", "commit", "-w", ".git/raw")).Trim();
        await repository.RunAsync("reset", "--quiet", "--hard", old);
        await repository.RunAsync("merge", "--quiet", "--no-ff", "side", "--message", "merge");

        var last = await LastAsync(repository, "helm/a", "helm/b");

        Assert.Equal((root, side), (last["helm/a"].Id, last["helm/b"].Id));
    }

    private static async Task<IReadOnlyDictionary<string, GitCommitTime>> LastAsync(Repository repository, params string[] folders) =>
        await (await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token)).LastCommitsAsync("HEAD", folders, GitAssert.Token);
}
