using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>One chart's failure stops that chart, and no other; the run fails at its end and says what was published.</summary>
public sealed class PartialFailureTests(Registries registries)
{
    [Theory]
    [InlineData("GET", "/good-bad/manifests/0.1.0")] // the plan cannot tell
    [InlineData("PUT", "/good-bad/manifests/0.1.0")] // the push fails
    public async Task The_other_charts_are_published_and_read_back(string method, string path)
    {
        var registry = await registries.OpenAsync();
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        server.On(method, path, Answers.Error(400, "MANIFEST_INVALID", "not today"));
        using var repository = await ReleaseRepository.CreateAsync("one", "good-bad", "two");

        var run = await repository.PublishAsync($"--registry=oci://{server.Host}/t{Guid.NewGuid():n}");

        HostAssert.Failed(run, "good-bad", "not today");
        Assert.Equal(
            ["good-bad failed false", "one published true", "two published true"],
            repository.Report()["charts"]!.AsArray().Select(chart => $"{chart!["name"]} {chart["action"]} {chart["targets"]![0]!["verified"]}"));
    }

    [Fact]
    public async Task A_plan_that_could_not_be_made_whole_is_shown_and_fails()
    {
        var registry = await registries.OpenAsync();
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        server.On("GET", "/bad/manifests/0.1.0", Answers.Error(400, "MANIFEST_INVALID", "not today"));
        using var repository = await ReleaseRepository.CreateAsync("bad", "good");

        var run = await repository.RunAsync("--target=Plan", $"--registry=oci://{server.Host}/t{Guid.NewGuid():n}", "--output=markdown");

        HostAssert.Failed(run, "not today");
        Assert.Contains("| bad | 0.1.0 |  |  | 0.1.0 | unknown |", run.Output, StringComparison.Ordinal);
        Assert.Contains("| good | 0.1.0 |  |  | 0.1.0 | publish |", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_alone_looks_again_whether_another_publisher_wrote_over_it()
    {
        var registry = await registries.OpenAsync();
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        var path = $"t{Guid.NewGuid():n}";
        using var theirs = await ReleaseRepository.CreateAsync();
        theirs.Git.Write("helm/demo/values.yaml", "greeting: theirs\n");
        await theirs.Git.CommitAsync("theirs");
        using var ours = await ReleaseRepository.CreateAsync();
        // They publish right after our manifest was taken.
        server.On("PUT", "/manifests/", async context =>
        {
            await server.ForwardAsync(context);
            await PublishOverAsync(theirs, $"oci://{registry.Host}/{path}");
        }, times: 1);

        var run = await ours.RunAsync("--target=Push", $"--registry=oci://{server.Host}/{path}");

        HostAssert.Failed(run, "another publisher has written this version");
        Assert.Equal("failed", ours.Action());
    }

    // A publisher that looks at nothing, as helm push does.
    private static async Task PublishOverAsync(ReleaseRepository repository, string target)
    {
        using var helm = await Tool.HelmAsync(Helm.Four);
        await helm.RunAsync("package", repository.Git.Combine("helm/demo"));
        await helm.RunAsync("push", Path.Combine(helm.Folder, "demo-0.1.0.tgz"), target, "--plain-http");
    }
}
