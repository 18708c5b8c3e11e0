using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Tools;

public sealed class RealToolsTests
{
    [Fact]
    public async Task Helm_4_is_fetched_and_runs() =>
        Assert.Equal("v4.1.4", await RunAsync(await TestTools.Helm4Async(), "version", "--template", "{{.Version}}"));

    [Fact]
    public async Task Helm_3_is_fetched_and_runs() =>
        Assert.Equal("v3.17.2", await RunAsync(await TestTools.Helm3Async(), "version", "--template", "{{.Version}}"));

    [Fact]
    public async Task The_registry_is_fetched_and_runs() =>
        Assert.Contains("2.8.2", await RunAsync(await TestTools.DockerRegistryAsync(), "--version"), StringComparison.Ordinal);

    [Fact]
    public async Task Skopeo_is_fetched_and_runs() =>
        Assert.StartsWith("skopeo version", await RunAsync(await TestTools.SkopeoAsync(), "--version"), StringComparison.Ordinal);

    [Fact]
    public async Task The_cake_runner_is_fetched_and_runs() =>
        Assert.StartsWith("7.0.0", await RunAsync(await TestTools.DotnetCakeAsync(), "--version"), StringComparison.Ordinal);

    [Fact]
    public async Task Hyperfine_is_fetched_and_runs() =>
        Assert.StartsWith("hyperfine", await RunAsync(await TestTools.HyperfineAsync(), "--version"), StringComparison.Ordinal);

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(new ProcessRequest(program, arguments), TestContext.Current.CancellationToken);
        Assert.True(result.ExitCode == 0, result.Words);
        return result.Output.Trim();
    }
}
