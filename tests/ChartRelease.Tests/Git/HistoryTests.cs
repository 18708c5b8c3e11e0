using System.Globalization;
using ChartRelease.Git;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class HistoryTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(20260228)]
    public async Task The_commits_since_a_base_are_those_git_log_tells(int seed)
    {
        using var repository = await Repository.CreateAsync();
        await repository.ImportAsync(new RandomHistory(seed).ToStream(200));
        var opened = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);
        var history = await opened.HistoryAsync("x", GitAssert.Token);
        var all = (await repository.RunAsync("rev-list", "x")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] bases = [all[^1], all[all.Length / 2], all[all.Length / 3], all[0]];
        List<GitChangeQuery> queries = [.. bases.SelectMany(start => RandomHistory.Folders.Select(folder => new GitChangeQuery(start, [folder])))];

        var touches = await history.TouchesAsync(queries, GitAssert.Token);

        foreach (var start in bases)
        {
            var told = await LogAsync(repository, start);
            Assert.Equal(told.Count, history.CountSince(start));
            foreach (var (query, found) in queries.Zip(touches).Where(pair => pair.First.Base == start))
            {
                var folder = query.Folders[0];
                var expected = told.Where(commit => commit.Paths.Any(path => folder == "." || path.StartsWith(folder + "/", StringComparison.Ordinal)));
                Assert.Equal(expected.Select(commit => commit.Id).Order(), found.Select(touch => touch.Commit.Id).Order());
            }
        }

        Assert.All(all, commit => Assert.True(history.Contains(commit)));
        Assert.False(history.Contains((await repository.RunAsync("rev-list", "-1", "y", "^x")).Trim()));
    }

    [Fact]
    public async Task A_commit_comes_with_its_whole_message()
    {
        using var repository = await Repository.CreateAsync();
        var start = await repository.CommitAsync();
        repository.Write("helm/a/x", "1");
        await repository.RunAsync("add", "--all");
        await repository.RunAsync(
            "-c", "user.name=Änne O'Brien", "commit", "--quiet", "--date=2001-02-03T04:05:06+0700", "--message",
            "feat(a)!: first\nline\n\nWhy.\n\n    indented\n:100644 not raw\ncommit no\n\nBREAKING CHANGE: all\nCo-authored-by: B <b@example.com>");
        var commit = await repository.HeadAsync();
        repository.Write("helm/b/x", "1");
        await repository.CommitAsync();

        var touch = Assert.Single(await TouchesAsync(repository, "HEAD", start, "helm/a", "helm/none"));

        Assert.Equal(["helm/a"], touch.Folders);
        Assert.Equal((commit, "feat(a)!: first line", "Änne O'Brien", "author@example.com"), (touch.Commit.Id, touch.Commit.Subject, touch.Commit.Author, touch.Commit.AuthorMail));
        Assert.Equal("Why.\n\n    indented\n:100644 not raw\ncommit no\n\nBREAKING CHANGE: all\nCo-authored-by: B <b@example.com>", touch.Commit.Body);
        Assert.Equal([start], touch.Commit.Parents);
        Assert.False(touch.Commit.IsMerge);
    }

    [Fact]
    public async Task Folders_with_the_same_files_have_the_same_id()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a b/x", "1");
        repository.Write("helm/c/x", "1");
        var first = await repository.CommitAsync();
        repository.Write("helm/c/x", "2");
        var second = await repository.CommitAsync();
        var opened = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);
        GitFolder[] asked = [new(first, "helm/a b"), new(first, "helm/c"), new(second, "helm/c"), new(first, "helm/c/x"), new(first, "none"), new(first, "."), new(second, ".")];

        var trees = await opened.FoldersAsync(asked, GitAssert.Token);

        Assert.Equal(trees[asked[0]], trees[asked[1]]);
        Assert.NotEqual(trees[asked[1]], trees[asked[2]]);
        Assert.Null(trees[asked[3]]);
        Assert.Null(trees[asked[4]]);
        Assert.NotEqual(trees[asked[5]], trees[asked[6]]);
        Assert.Equal((await repository.RunAsync("rev-parse", second + "^{tree}")).Trim(), trees[asked[6]]);
    }

    [Fact]
    public async Task What_a_shallow_clone_hides_is_never_an_answer()
    {
        using var origin = await Repository.CreateAsync();
        origin.Write("helm/a/x", "1");
        await origin.CommitAsync();
        var side = await SideAsync(origin);
        using var clone = await origin.CloneAsync(2);

        // The base is there, but commits beside it lead behind the boundary.
        var failure = await GitAssert.FailsAsync(FailureReason.ShallowClone, () => TouchesAsync(clone, "HEAD", side, "helm/a"));

        Assert.Contains("fetch-depth: 0", failure.Next, StringComparison.Ordinal);
    }

    // Two branches of two commits each, merged: a clone of depth 2 has the last of each.
    private static async Task<string> SideAsync(Repository origin)
    {
        await origin.RunAsync("checkout", "--quiet", "-b", "side");
        await origin.CommitAsync();
        var side = await origin.CommitAsync();
        await origin.RunAsync("checkout", "--quiet", "main");
        origin.Write("helm/a/x", "2");
        await origin.CommitAsync();
        await origin.CommitAsync();
        await origin.RunAsync("merge", "--quiet", "--no-ff", "side", "--message", "merge");
        return side;
    }

    private static async Task<IReadOnlyList<GitTouch>> TouchesAsync(Repository repository, string revision, string start, params string[] folders)
    {
        var opened = await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token);
        var history = await opened.HistoryAsync(revision, GitAssert.Token);
        return Assert.Single(await history.TouchesAsync([new GitChangeQuery(start, folders)], GitAssert.Token));
    }

    private static async Task<IReadOnlyList<(string Id, string[] Paths)>> LogAsync(Repository repository, string start)
    {
        var output = await repository.RunAsync(
            "log", "-c", "--no-renames", "--name-only", "--format=%x01%H", string.Create(CultureInfo.InvariantCulture, $"{start}..x"));
        return
        [
            .. output.Split('\u0001', StringSplitOptions.RemoveEmptyEntries)
                .Select(part => part.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                .Select(lines => (lines[0], lines[1..])),
        ];
    }
}
