using System.Diagnostics;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class HelmPullTests
{
    [Fact]
    public async Task Both_helm_clients_pull_what_was_pushed()
    {
        var stop = TestContext.Current.CancellationToken;
        await using var registry = await DockerRegistry.StartAsync(stop);
        await using var given = Given.TargetOn(registry.Host);
        var chart = SampleChart.Create();
        await chart.PublishAsync(given.Chart, stop);

        var helms = new[] { (await TestTools.Helm3Async(), Array.Empty<string>()), (await TestTools.Helm4Async(), ["--plain-http"]) };
        foreach (var (helm, options) in helms)
        {
            using var folder = new TemporaryFolder();
            await RunAsync(helm, ["pull", $"oci://{registry.Host}/team/charts/app", "--version", "1.0.0", "-d", folder.Path, .. options], folder);
            Assert.Equal(SampleChart.Bytes(chart.Layer), await File.ReadAllBytesAsync(folder.Combine("app-1.0.0.tgz"), stop));
        }
    }

    private static async Task RunAsync(string program, string[] arguments, TemporaryFolder home)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["HOME"] = home.Path;
        start.Environment["HELM_REGISTRY_CONFIG"] = home.Combine("registry.json");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, await output + await error);
    }
}
