using ChartRelease.Oci;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;
using ChartRelease.Tests.Oci.Registry;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Dependencies;

/// <summary>Registries, the real one among them, and the real helm for comparison.</summary>
public sealed class OciDependenciesTests : IDisposable
{
    private readonly DependencyBed _bed = new();

    [Fact]
    public async Task What_helm_locked_is_fetched_as_helm_fetched_it_also_after_newer_versions_came()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        await using var server = await ScriptedServer.StartAsync(ReleaseAssert.Token);
        var classic = DependencyBed.Archive("classic", "1.2.0");
        await PushAsync(registry.Host, DependencyBed.Archive("leaf", "1.0.0+build"), "1.0.0_build", "leaf");
        server.On("GET", "index.yaml", Answers.Status(200, Index("1.2.0", classic)), times: 2);
        server.On("GET", "classic-1.2.0.tgz", Answers.Bytes(200, classic, "application/gzip"));
        _bed.Folder.Write("helm/app/Chart.yaml", ChartRepository.ChartYaml("app") + $"""
            dependencies:
              - {"{"} name: leaf, version: 1.x.x, repository: "oci://{registry.Host}/team/charts" {"}"}
              - {"{"} name: classic, version: ^1, repository: "http://{server.Host}" {"}"}
              - {"{"} name: near, version: 1.x, repository: "file://../near" {"}"}
            """);
        _bed.Folder.Write("helm/near/Chart.yaml", ChartRepository.ChartYaml("near"));
        await RealHelm.RunAsync(
            RealHelm.V4, _bed.Folder, ["dependency", "update", "helm/app", .. RealHelm.PlainHttp(RealHelm.V4)], ReleaseAssert.Token);
        var expected = Directory.GetFiles(_bed.Folder.Combine("helm/app/charts")).ToDictionary(file => "charts/" + Path.GetFileName(file), File.ReadAllBytes);
        Directory.Delete(_bed.Folder.Combine("helm/app/charts"), recursive: true);
        await PushAsync(registry.Host, DependencyBed.Archive("leaf", "1.5.0"), "1.5.0", "leaf");
        server.On("GET", "index.yaml", Answers.Status(200, Index("1.3.0", classic) + Entry("1.2.0", classic)));

        await using var stage = _bed.Stage();
        var complete = await stage.CompleteAsync(_bed.Read("app"), DependencyBed.Alone, ReleaseAssert.Token);

        Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), complete.Chart.Files.Select(file => file.Path).Where(path => path.StartsWith("charts/", StringComparison.Ordinal)));
        foreach (var file in complete.Chart.Files.Where(file => file.Path.EndsWith(".tgz", StringComparison.Ordinal) && !file.Path.Contains("near", StringComparison.Ordinal)))
        {
            await using var content = complete.Chart.Source.Open(file);
            using var buffer = new MemoryStream();
            await content.CopyToAsync(buffer, ReleaseAssert.Token);
            Assert.Equal(expected[file.Path], buffer.ToArray());
        }

        Assert.Equal(["leaf", "classic", "near"], complete.Fetched.Select(dependency => dependency.Name));
    }

    [Fact]
    public async Task An_index_may_list_charts_of_a_registry()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        await using var server = await ScriptedServer.StartAsync(ReleaseAssert.Token);
        var archive = DependencyBed.Archive();
        await PushAsync(registry.Host, archive, "1.0.0", "leaf");
        server.On("GET", "index.yaml", Answers.Status(200, $"entries:\n  leaf:\n  - version: 1.0.0\n    urls: [\"oci://{registry.Host}/team/charts/leaf:1.0.0\"]\n"));
        _bed.Write("app", DependencyBed.On($"http://{server.Host}"));

        Assert.Equal(archive, await _bed.FetchAsync());
    }

    [Fact]
    public async Task A_blob_that_the_cache_holds_is_not_sent_again()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        await using var server = await ScriptedServer.StartAsync(ReleaseAssert.Token, registry.Host);
        await PushAsync(registry.Host, DependencyBed.Archive(), "1.0.0", "leaf");
        _bed.Write("app", DependencyBed.On($"oci://{server.Host}/team/charts"));

        await _bed.FetchAsync();
        await _bed.FetchAsync();

        Assert.Equal(2, server.Requests.Count(request => request.Path.EndsWith("/manifests/1.0.0", StringComparison.Ordinal)));
        Assert.Single(server.Requests, request => request.Path.Contains("/blobs/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_version_that_is_not_there_is_not_found()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        _bed.Write("app", DependencyBed.On($"oci://{registry.Host}/team/charts"));

        Assert.Equal("helm/app/Chart.lock", (await _bed.FailsAsync(FailureReason.NotFound)).Location?.File);
    }

    [Fact]
    public async Task What_the_run_publishes_to_that_registry_is_packaged_from_the_same_commit_with_what_it_lacks_itself()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        await PushAsync(registry.Host, DependencyBed.Archive(), "1.0.0", "leaf");
        WriteNeighbours($"oci://{registry.Host}/team/charts");

        var complete = await _bed.CompleteAsync();

        Assert.Equal(["middle", "leaf"], complete.Fetched.Select(dependency => dependency.Name));
        Assert.Equal(Digest.Of(await _bed.FetchAsync("middle-1.0.0.tgz")), complete.Fetched[0].Digest);
        Assert.Contains("middle 1.0.0 is not there yet: this run publishes it, and app gets it from helm/middle", _bed.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_a_chart_of_this_run_cannot_be_read_is_told()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        WriteNeighbours($"oci://{registry.Host}/team/charts");
        await using var stage = _bed.Stage();

        await ReleaseAssert.FailsAsync(
            FailureReason.InvalidVersion,
            () => stage.CompleteAsync(_bed.Read("app"), _ => throw new ChartReleaseException(FailureReason.InvalidVersion, "x", "y", "z"), ReleaseAssert.Token));
    }

    [Fact]
    public async Task What_the_registry_has_already_comes_from_there()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        var published = DependencyBed.Archive("middle");
        await PushAsync(registry.Host, published, "1.0.0", "middle");
        WriteNeighbours($"oci://{registry.Host}/team/charts");

        Assert.Equal(published, await _bed.FetchAsync("middle-1.0.0.tgz"));
    }

    [Theory]
    [InlineData("another registry")]
    [InlineData("another version")]
    [InlineData("a version set for the build")]
    public async Task What_this_run_does_not_publish_there_is_not_found(string what)
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        WriteNeighbours($"oci://{registry.Host}/team/charts");
        switch (what)
        {
            case "another registry":
                _bed.Options = _bed.Options with { Registries = [TargetReference.Parse($"oci://{registry.Host}/other")] };
                break;
            case "another version":
                _bed.Folder.Write("helm/middle/Chart.yaml", ChartRepository.ChartYaml("middle", "1.1.0"));
                break;
            default:
                _bed.Options = _bed.Options with { VersionSources = new(ChartRelease.Release.VersionSource.Chart, ChartRelease.Release.VersionSource.Tag) };
                break;
        }

        Assert.Contains("has to be part of the run (--charts)", (await _bed.FailsAsync(FailureReason.NotFound)).Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_that_lock_each_other_are_told_as_a_circle()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token);
        var charts = $"oci://{registry.Host}/team/charts";
        WriteNeighbours(charts);
        _bed.Write("middle", DependencyBed.On(charts, "app"));

        var failure = await _bed.FailsAsync(FailureReason.InvalidChart);

        Assert.Contains("helm/app → helm/middle → helm/app", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_of_a_target_is_given_to_its_host_only()
    {
        await using var registry = await DockerRegistry.StartAsync(ReleaseAssert.Token, new() { Htpasswd = true });
        _bed.Write("app", DependencyBed.On($"oci://{registry.Host}/team/charts"));
        var access = _bed.Options.Registry with { Username = DockerRegistry.User, Password = new Secret(DockerRegistry.Password) };

        _bed.Options = _bed.Options with { Registry = access };
        var failure = await _bed.FailsAsync(FailureReason.Unauthorized);
        Assert.Contains($"helm registry login {registry.Host}", failure.Next, StringComparison.Ordinal);

        _bed.Options = _bed.Options with { Registries = [TargetReference.Parse($"oci://{registry.Host}/other")] };
        await _bed.FailsAsync(FailureReason.NotFound);
    }

    public void Dispose() => _bed.Dispose();

    /// <summary>app, which locks middle, which locks leaf; the first two are in the commit, and all are published to one registry.</summary>
    private void WriteNeighbours(string charts)
    {
        _bed.Write("app", DependencyBed.On(charts, "middle"));
        _bed.Write("middle", DependencyBed.On(charts));
        _bed.Options = _bed.Options with { Registries = [TargetReference.Parse(charts)] };
        _bed.Neighbours = name => name is "app" or "middle" ? _bed.Read(name) : null;
    }

    private static async Task PushAsync(string host, byte[] archive, string tag, string name)
    {
        await using var given = Given.TargetOn(host);
        var repository = given.Target.Repository(name);
        var (config, layer) = (Blob.FromBytes(MediaTypes.HelmConfig, "{}"u8.ToArray()), Blob.FromBytes(MediaTypes.HelmChart, archive));
        var manifest = OciManifestJson.Serialize(new OciManifest { Config = config.Descriptor, Layers = [layer.Descriptor] });
        await repository.PushBlobAsync(config, ReleaseAssert.Token);
        await repository.PushBlobAsync(layer, ReleaseAssert.Token);
        await repository.PushManifestAsync(Blob.FromBytes(MediaTypes.Manifest, manifest), tag, ReleaseAssert.Token);
    }

    private static string Index(string version, byte[] archive) => "apiVersion: v1\nentries:\n  classic:\n" + Entry(version, archive);

    private static string Entry(string version, byte[] archive) =>
        $"  - apiVersion: v2\n    name: classic\n    version: {version}\n    digest: {DependencyBed.Sha256(archive)}\n    urls:\n    - classic-{version}.tgz\n";
}
