using ChartRelease.Release;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Release;

public sealed class RepositoryRootTests
{
    [Fact]
    public void The_nearest_folder_with_git_is_found()
    {
        using var folder = new TemporaryFolder();
        folder.Write("outer/.git/HEAD", "");
        folder.Write("outer/inner/.git", "gitdir: elsewhere");
        folder.Write("outer/inner/helm/a/Chart.yaml", "");
        folder.Write("outer/other/file", "");

        Assert.Equal(folder.Combine("outer/inner"), RepositoryRoot.Find(folder.Combine("outer/inner/helm/a")));
        Assert.Equal(folder.Combine("outer"), RepositoryRoot.Find(folder.Combine("outer/other")));
        Assert.Equal(folder.Combine("outer"), RepositoryRoot.Find(folder.Combine("outer")));
    }

    [Fact]
    public void A_bare_repository_is_its_own_root_and_the_git_folder_of_a_working_tree_is_not()
    {
        using var folder = new TemporaryFolder();
        foreach (var repository in new[] { "outer/.git", "outer/bare.git" })
        {
            folder.Write($"{repository}/HEAD", "");
            folder.Write($"{repository}/objects/info/packs", "");
            folder.Write($"{repository}/refs/heads/main", "");
        }

        Assert.Equal(folder.Combine("outer/bare.git"), RepositoryRoot.Find(folder.Combine("outer/bare.git/refs")));
        Assert.Equal(folder.Combine("outer"), RepositoryRoot.Find(folder.Combine("outer/.git/refs")));
    }

    [Fact]
    public void Without_any_there_is_none()
    {
        using var folder = new TemporaryFolder();

        Assert.Null(RepositoryRoot.Find(folder.Path));
    }
}
