using ChartRelease.Testing;
using ChartRelease.Tools;

namespace ChartRelease.Tests.Tools;

public sealed class IgnoredFolderTests
{
    [Fact]
    public async Task The_tools_do_not_show_in_git_status()
    {
        using var repository = await GitRepository.CreateAsync();
        await using var server = await ToolServer.StartAsync();
        server.Offer();
        var cache = new ToolCache(repository.Combine(".tools"), server.Log, server.Options(server.Source()));

        await cache.EnsureAsync("helm", null, TestContext.Current.CancellationToken);

        Assert.Equal("", await repository.RunAsync("status", "--porcelain", "--untracked-files=all"));
        await repository.RunAsync("add", "--all");
        Assert.Equal("", await repository.RunAsync("ls-files"));
    }

    [Fact]
    public void A_gitignore_that_is_there_stays()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write(".tools/.gitignore", "/*\n!/helm-versions.json\n");

        IgnoredFolder.Create(folder.Combine(".tools"));

        Assert.Equal("/*\n!/helm-versions.json\n", File.ReadAllText(file));
        Assert.Equal([file], Directory.GetFiles(folder.Combine(".tools")));
    }
}
