using System.Security.Cryptography;
using System.Text;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>What Publish takes into a chart, and from where.</summary>
public sealed class DependencyTests(Registries registries)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_locked_dependency_is_fetched_once_in_a_publish_and_told_with_its_digest()
    {
        using var leaf = await ReleaseRepository.CreateAsync("leaf");
        HostAssert.Succeeded(await leaf.RunAsync("--target=Package"));
        var archive = await File.ReadAllBytesAsync(leaf.Git.Combine("artifacts/charts/leaf-0.1.0.tgz"), Token);
        var digest = Convert.ToHexStringLower(SHA256.HashData(archive));
        await using var server = await ScriptedServer.StartAsync(Token);
        server.On("GET", "/index.yaml", Answers.Status(200, $"entries:\n  leaf:\n  - version: 0.1.0\n    digest: {digest}\n    urls: [leaf-0.1.0.tgz]\n", "application/yaml"));
        server.On("GET", "/leaf-0.1.0.tgz", Answers.Bytes(200, archive, "application/gzip"));
        using var repository = await ReleaseRepository.CreateAsync();
        await LockAsync(repository, $"http://{server.Host}");

        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal(["/index.yaml", "/leaf-0.1.0.tgz"], server.Requests.Select(request => request.Path));
        var told = Assert.Single(repository.Report().Chart()["dependencies"]!.AsArray())!;
        Assert.Equal(["name", "version", "repository", "digest", "size"], told.Names());
        Assert.Equal($"sha256:{digest}", told["digest"]!.GetValue<string>());
        await using var package = File.OpenRead(repository.Git.Combine("artifacts/charts/demo-0.1.0.tgz"));
        var entry = ChartArchiveReader.Read(package).First(entry => entry.Path == "charts/leaf-0.1.0.tgz");
        Assert.Equal(digest, Convert.ToHexStringLower(await SHA256.HashDataAsync(entry.Content, Token)));
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Empty(repository.Leftovers());
    }

    [Theory]
    [InlineData("native")]
    [InlineData("helm")]
    public async Task Charts_that_are_new_together_are_published_in_one_run_and_raised_together_later(string engine)
    {
        using var repository = await ReleaseRepository.CreateAsync("demo", "leaf");
        var target = Registries.Target(await registries.OpenAsync());
        await LockAsync(repository, target);
        string[] arguments = [$"--registry={target}", $"--engine={engine}", "--tag-template={name}-{version}"];

        HostAssert.Succeeded(await repository.PublishAsync(arguments));
        var (demo, leaf) = (repository.Report().Chart("demo"), repository.Report().Chart("leaf"));
        HostAssert.Succeeded(await repository.PublishAsync(arguments));

        Assert.All(["demo", "leaf"], name => Assert.Equal("skipped", repository.Report().Chart(name)["action"]!.GetValue<string>()));
        if (engine == "native")
        {
            Assert.Equal(leaf["archive"]!["digest"]!.GetValue<string>(), demo["dependencies"]![0]!["digest"]!.GetValue<string>());
            HostAssert.Succeeded(await repository.RunAsync("--target=Reproduce", $"--registry={target}"));
        }

        repository.Git.Write("helm/leaf/values.yaml", "greeting: hi\n");
        await repository.Git.CommitAsync("feat: a shorter greeting");
        HostAssert.Succeeded(await repository.PublishAsync([.. arguments, "--bump=auto"]));

        Assert.Equal("0.1.1", repository.Report().Chart("demo")["version"]!.GetValue<string>());
        Assert.Equal("0.2.0", repository.Report().Chart("demo")["dependencies"]![0]!["version"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_lock_out_of_step_is_told_with_the_command_that_mends_it()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        await LockAsync(repository, "https://example.com/charts");
        repository.Git.Write("helm/demo/Chart.yaml", repository.Git.Read("helm/demo/Chart.yaml").Replace("version: 0.1.0\n  repository", "version: 0.2.0\n  repository", StringComparison.Ordinal));
        await repository.Git.CommitAsync();

        HostAssert.Failed(await repository.RunAsync("--target=Package"), "helm/demo/Chart.lock", "helm dependency update helm/demo");
    }

    [Fact]
    public async Task A_bare_clone_publishes_any_commit_with_the_bytes_of_a_checkout()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        var expected = repository.Report().Chart();
        await repository.Git.TagAsync("first");
        SmallChart.Write(repository.Git, version: "0.2.0");
        await repository.Git.CommitAsync();
        var bare = Path.Combine(repository.Home, "bare.git");
        await repository.Git.RunAsync("clone", "--quiet", "--bare", ".", bare);

        var run = await ReleaseHost.RunAsync(repository.Setup with { WorkingDirectory = bare }, "--target=Publish", "--commit=first");

        HostAssert.Succeeded(run);
        var actual = System.Text.Json.Nodes.JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(bare, "artifacts", "release.json"), Token))!.Chart();
        Assert.Equal(expected["archive"]!["digest"]!.ToJsonString(), actual["archive"]!["digest"]!.ToJsonString());
        Assert.Equal(expected["targets"]![0]!["manifestDigest"]!.ToJsonString(), actual["targets"]![0]!["manifestDigest"]!.ToJsonString());
    }

    private static async Task LockAsync(ReleaseRepository repository, string from)
    {
        var list = $"dependencies:\n- name: leaf\n  version: 0.1.0\n  repository: {from}\n";
        var json = $$"""[{"name":"leaf","version":"0.1.0","repository":"{{from}}"}]""";
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"[{json},{json}]")));
        repository.Git.Write("helm/demo/Chart.yaml", SmallChart.Metadata() + list);
        repository.Git.Write("helm/demo/Chart.lock", $"{list}digest: sha256:{digest}\n");
        await repository.Git.CommitAsync();
    }
}
