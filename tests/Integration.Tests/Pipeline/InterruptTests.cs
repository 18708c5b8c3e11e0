using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Ctrl+C in the middle of a push.</summary>
public sealed class InterruptTests(Registries registries)
{
    [Theory]
    [InlineData("POST", "/blobs/uploads/")]
    [InlineData("PUT", "/blobs/uploads/")]
    [InlineData("PUT", "/manifests/")]
    public async Task A_run_that_is_stopped_leaves_no_tag_and_no_temporary_file_and_can_be_repeated(string method, string path)
    {
        var registry = await registries.OpenAsync();
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        server.On(method, path, Answers.Silence(), times: 1);
        using var repository = await ReleaseRepository.CreateAsync();
        var target = $"oci://{server.Host}/{Guid.NewGuid():n}";

        HostResult run;
        await using (var host = await ReleaseHost.StartAsync(repository.Setup, "--target=Publish", $"--registry={target}"))
        {
            while (!server.Requests.Any(request => request.Method == method && request.Path.Contains(path, StringComparison.Ordinal)))
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await host.InterruptAsync();
            run = await host.EndAsync();
        }

        HostAssert.Failed(run, "stopped");
        Assert.DoesNotContain(Registries.Stored(registry, target).Keys, file => file.Contains("/tags/", StringComparison.Ordinal));
        Assert.Empty(repository.Leftovers());
        Assert.DoesNotContain(repository.Snapshot().Keys, file => file.EndsWith(".tmp", StringComparison.Ordinal));

        HostAssert.Succeeded(await repository.PublishAsync($"--registry={target}"));
        Assert.Equal("published", repository.Action());
    }
}
