using ChartRelease.Testing;
using ChartRelease.Testing.Registry;
using ChartRelease.Tools;

namespace ChartRelease.Tests.Tools;

public sealed class HelmLocatorTests : IAsyncLifetime
{
    private ToolServer _server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // One line for each time a fake helm was started.
    private int Asked => File.Exists(_server.Folder.Combine("asked")) ? File.ReadAllLines(_server.Folder.Combine("asked")).Length : 0;

    public async ValueTask InitializeAsync() => _server = await ToolServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_helm_on_the_path_comes_first()
    {
        var path = Helm("bin/helm", "v3.8.0");
        _server.Offer();

        Assert.Equal(new LocatedHelm(path, "3.8.0", "PATH"), await LocateAsync(null, _server.Source()));

        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public async Task Then_comes_the_cache_without_asking_anybody()
    {
        _server.Folder.Write($".tools/helm/{ToolServer.Version}/test/helm", "program");
        _server.Offer();

        Assert.Equal(Cached, await LocateAsync(null, _server.Source()));

        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public async Task Then_comes_the_download_and_npm_is_not_asked()
    {
        Assert.Equal(Cached, await LocateAsync(null, _server.Offer().Source(), _server.Npm()));
        Assert.False(File.Exists(_server.Folder.Combine("npm-asked")));
    }

    [Fact]
    public async Task Then_comes_npm()
    {
        _server.Answer("helm.zip", Answers.Reset());
        Assert.Equal(Cached, await LocateAsync(null, _server.Source(), _server.Npm()));
    }

    [Fact]
    public async Task When_there_is_none_the_message_names_the_three_ways()
    {
        _server.Answer("helm.zip", Answers.Status(403));

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => LocateAsync(null, _server.Source()));

        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
        Assert.Contains("on PATH", exception.Failure.Next, StringComparison.Ordinal);
        Assert.Contains("--helm=PATH", exception.Failure.Next, StringComparison.Ordinal);
        Assert.Contains("npm", exception.Failure.Next, StringComparison.Ordinal);
        Assert.Contains(_server.Root, exception.Failure.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("echo v3.7.2", "3.7.2")]
    [InlineData("echo v3.8.0-rc.1", "3.8.0-rc.1")]
    [InlineData("echo '<no value>'", "<no value>")]
    [InlineData("echo 'unknown flag: --template' >&2; exit 1", "unknown flag: --template")]
    [InlineData("exit 0", "exit code 0")]
    public async Task A_helm_on_the_path_that_cannot_be_used_is_passed_over_with_a_notice(string script, string told)
    {
        var path = Script.Write(_server.Folder, "bin/helm", script);

        Assert.Equal(Cached, await LocateAsync(null, _server.Offer().Source()));

        var notice = Assert.Single(_server.Log.At(ReleaseLogLevel.Warning));
        Assert.Contains(path, notice, StringComparison.Ordinal);
        Assert.Contains(told, notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_helm_that_is_named_is_taken_whatever_else_there_is()
    {
        Helm("bin/helm", "v4.0.0");
        var named = Helm("my helm/helm", "v3.12.0");
        Assert.Equal(new LocatedHelm(named, "3.12.0", "--helm"), await LocateAsync(named));
    }

    [Theory]
    [InlineData("echo v3.7.2")]
    [InlineData("exit 1")]
    [InlineData(null)]
    public async Task A_named_helm_that_cannot_be_used_is_refused_and_nothing_else_is_taken(string? script)
    {
        Helm("bin/helm", "v4.0.0");
        var named = script is null ? _server.Folder.Combine("missing") : Script.Write(_server.Folder, "named", script);

        var exception = await Assert.ThrowsAsync<ChartReleaseException>(() => LocateAsync(named, _server.Offer().Source()));

        Assert.Equal(FailureReason.ToolUnavailable, exception.Reason);
        Assert.Contains(named, exception.Failure.Found, StringComparison.Ordinal);
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public async Task A_version_is_remembered_until_the_program_changes()
    {
        var path = Helm("bin/helm", "v3.9.0");
        await LocateAsync(null);
        await LocateAsync(null);
        Assert.Equal(1, Asked);

        Helm("bin/helm", "v3.10.0");
        Assert.Equal("3.10.0", (await LocateAsync(null)).Version);
        Assert.Equal(2, Asked);

        File.SetLastWriteTimeUtc(path, File.GetLastWriteTimeUtc(path).AddSeconds(1));
        Assert.Equal("3.10.0", (await LocateAsync(null)).Version);
        Assert.Equal(3, Asked);
    }

    [Fact]
    public async Task A_link_is_asked_again_when_it_leads_elsewhere()
    {
        Helm("one", "v3.9.0");
        Helm("two", "v4.0.0");
        var link = _server.Folder.Combine("helm-link");
        File.CreateSymbolicLink(link, _server.Folder.Combine("one"));
        Assert.Equal("3.9.0", (await LocateAsync(link)).Version);

        File.Delete(link);
        File.CreateSymbolicLink(link, _server.Folder.Combine("two"));

        Assert.Equal("4.0.0", (await LocateAsync(link)).Version);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("")]
    [InlineData("[1]")]
    public async Task A_memory_that_cannot_be_read_is_made_anew(string content)
    {
        _server.Folder.Write(".tools/helm-versions.json", content);
        Helm("bin/helm", "v3.9.0");

        Assert.Equal("3.9.0", (await LocateAsync(null)).Version);
        await LocateAsync(null);

        Assert.Equal(1, Asked);
    }

    [Fact]
    public async Task A_memory_that_cannot_be_written_is_no_failure()
    {
        _server.Folder.Write(".tools", "a file in the way");
        Helm("bin/helm", "v3.9.0");
        Assert.Equal("3.9.0", (await LocateAsync(null)).Version);
    }

    private LocatedHelm Cached => new(_server.Helm, ToolServer.Version, ".tools");

    private string Helm(string path, string version) => Script.Write(
        _server.Folder, path, $"echo asked >> '{_server.Folder.Combine("asked")}'\necho {version}");

    private Task<LocatedHelm> LocateAsync(string? path, params ToolSource[] sources) =>
        new HelmLocator(_server.Cache(sources), _server.Log).LocateAsync(path, Token);
}
