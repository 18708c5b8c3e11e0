using ChartRelease.Git;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

public sealed class StatusTests
{
    [Fact]
    public async Task Every_kind_of_uncommitted_change_is_listed()
    {
        using var repository = await Repository.CreateAsync();
        foreach (var name in new[] { "clean", "deleted", "edited", "moved", "staged" })
        {
            repository.Write("helm/a/" + name, name + " of some length");
        }

        repository.Write("helm/b/edited", "b");
        repository.Write(".gitignore", "*.log\n");
        await repository.CommitAsync();
        repository.Write("helm/a/edited", "e");
        repository.Write("helm/a/staged", "s");
        repository.Write("helm/a/new folder/ünt racked", "u");
        repository.Write("helm/a/ignored.log", "i");
        repository.Write("helm/b/edited", "e");
        File.Delete(repository.Combine("helm/a/deleted"));
        await repository.RunAsync("mv", "helm/a/moved", "helm/a/new name");
        await repository.RunAsync("add", "helm/a/staged");

        var changes = await StatusAsync(repository, "helm/a");

        Assert.Equal(
            [
                new("helm/a/deleted", ".D"), new("helm/a/edited", ".M"), new("helm/a/moved", "D."), new("helm/a/new folder/ünt racked", "??"),
                new("helm/a/new name", "A."), new("helm/a/staged", "M."),
            ],
            changes.OrderBy(static change => change.Path, StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_folder_is_never_a_pattern()
    {
        using var repository = await Repository.CreateAsync();
        await repository.CommitAsync();
        repository.Write("helm/x/file", "x");
        Assert.Empty(await StatusAsync(repository, "helm/*"));
        Assert.Empty(await StatusAsync(repository, "helm/[x]"));
        Assert.Single(await StatusAsync(repository, "helm/x"));
    }

    [Fact]
    public async Task No_folder_has_no_changes()
    {
        using var repository = await Repository.CreateAsync();
        await repository.CommitAsync();
        repository.Write("file", "x");
        Assert.Empty(await StatusAsync(repository));
    }

    [Fact]
    public async Task A_conflict_is_a_change()
    {
        using var repository = await Repository.CreateAsync();
        repository.Write("helm/a/file", "base");
        await repository.CommitAsync();
        await repository.RunAsync("checkout", "--quiet", "-b", "side");
        repository.Write("helm/a/file", "side");
        await repository.CommitAsync();
        await repository.RunAsync("checkout", "--quiet", "main");
        repository.Write("helm/a/file", "main");
        await repository.CommitAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => repository.RunAsync("merge", "--quiet", "side"));

        Assert.Equal([new GitChange("helm/a/file", "UU")], await StatusAsync(repository, "helm"));
    }

    private static async Task<IReadOnlyList<GitChange>> StatusAsync(Repository repository, params string[] folders) =>
        await (await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token)).StatusAsync(folders, GitAssert.Token);
}
