using System.Text.Json.Nodes;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Promote between real targets.</summary>
public sealed class PromoteTests(Registries registries)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_a_layout_to_a_registry_and_on_to_a_layout_every_digest_stays()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two");
        var registry = Registries.Target(await registries.OpenAsync());
        HostAssert.Succeeded(await repository.PublishAsync());

        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", "--from=oci-layout:artifacts/registry", $"--registry={registry}"));
        // A registry does not list its charts: those of the repository are meant.
        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", $"--from={registry}", "--registry=oci-layout:artifacts/back"));

        Assert.Equal(Contents(repository, "artifacts/registry"), Contents(repository, "artifacts/back"));
        using var helm = await Tool.HelmAsync(Helm.Four);
        await helm.RunAsync("pull", $"{registry}/one", "--version", "0.1.0", "--plain-http");
        Assert.Equal(
            await File.ReadAllBytesAsync(repository.Git.Combine("artifacts/charts/one-0.1.0.tgz"), Stop),
            await File.ReadAllBytesAsync(Path.Combine(helm.Folder, "one-0.1.0.tgz"), Stop));
    }

    [Fact]
    public async Task A_second_run_skips_and_sends_nothing()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var open = await registries.OpenAsync();
        string[] promote = ["--target=Promote", "--from=oci-layout:artifacts/registry", $"--registry={Registries.Target(open)}", "--output=json"];
        HostAssert.Succeeded(await repository.PublishAsync());
        var first = await repository.RunAsync(promote);
        HostAssert.Succeeded(first);
        var stored = Registries.Stored(open, promote[2]);

        var second = await repository.RunAsync(promote);

        HostAssert.Succeeded(second);
        Assert.Equal(("copied", "skipped"), (Action(first), Action(second)));
        Assert.Equal(stored, Registries.Stored(open, promote[2]));
    }

    [Fact]
    public async Task Neither_a_repository_nor_helm_is_needed_when_the_charts_are_named()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var registry = Registries.Target(await registries.OpenAsync());
        HostAssert.Succeeded(await repository.PublishAsync($"--registry={registry}"));
        using var folder = new TemporaryFolder();
        var setup = new HostSetup(folder.Path).With("CHART_RELEASE_HELM", "/no/helm");

        var run = await ReleaseHost.RunAsync(setup, "--target=Promote", $"--from={registry}", "--registry=oci-layout:out", "--charts=demo", "--versions=^0.1.0");

        HostAssert.Succeeded(run);
        using var skopeo = await Tool.SkopeoAsync();
        Assert.Contains("helm.config", await skopeo.RunAsync("inspect", "--raw", $"oci:{folder.Combine("out/demo")}:0.1.0"), StringComparison.Ordinal);
        HostAssert.Failed(await ReleaseHost.RunAsync(setup, "--target=Promote", $"--from={registry}", "--registry=oci-layout:out"), "--charts=");
        HostAssert.Failed(
            await ReleaseHost.RunAsync(setup, "--target=Promote", $"--from={registry}", "--registry=oci-layout:out", "--charts=gone"), "gone", registry);
    }

    [Theory]
    [MemberData(nameof(Helm.Versions), MemberType = typeof(Helm))]
    public async Task A_chart_that_helm_pushed_with_its_signature_verifies_after_it(string version)
    {
        await using var gpg = await GpgHome.CreateAsync("Test Author <author@example.com>", Stop, "rsa2048");
        var (secret, open) = await gpg.ExportAsync(Stop);
        using var repository = await ReleaseRepository.CreateAsync();
        var (from, to) = (Registries.Target(await registries.OpenAsync()), Registries.Target(await registries.OpenAsync()));
        using var helm = await Tool.HelmAsync(version);
        string[] http = version == Helm.Four ? ["--plain-http"] : [];
        await helm.RunAsync("package", repository.Git.Combine("helm/demo"), "--sign", "--key", "Test Author", "--keyring", secret);
        await helm.RunAsync(["push", "demo-0.1.0.tgz", from, .. http]);

        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", $"--from={from}", "--registry=oci-layout:artifacts/between"));
        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", "--from=oci-layout:artifacts/between", $"--registry={to}"));

        File.Delete(Path.Combine(helm.Folder, "demo-0.1.0.tgz"));
        File.Delete(Path.Combine(helm.Folder, "demo-0.1.0.tgz.prov"));
        await helm.RunAsync(["pull", $"{to}/demo", "--version", "0.1.0", "--verify", "--keyring", open, .. http]);
        Assert.True(File.Exists(Path.Combine(helm.Folder, "demo-0.1.0.tgz")));
        using var skopeo = await Tool.SkopeoAsync();
        var (pushed, promoted) = (await RawAsync(skopeo, from), await RawAsync(skopeo, to));
        Assert.Contains("chart.provenance.v1.prov", pushed, StringComparison.Ordinal);
        Assert.Equal(pushed, promoted);
    }

    [Fact]
    public async Task Different_content_is_refused_before_anything_is_sent()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two");
        var open = await registries.OpenAsync();
        var registry = Registries.Target(open);
        HostAssert.Succeeded(await repository.PublishAsync("--charts=helm/two", $"--registry={registry}"));
        repository.Git.Write("helm/two/values.yaml", "greeting: other\n");
        await repository.Git.CommitAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        var stored = Registries.Stored(open, registry);
        using var skopeo = await Tool.SkopeoAsync();

        var run = await repository.RunAsync("--target=Promote", "--from=oci-layout:artifacts/registry", $"--registry={registry}");

        HostAssert.Failed(run, $"{registry}/two:0.1.0", "oci-layout:artifacts/registry/two:0.1.0");
        Assert.Contains(Digest(await RawAsync(skopeo, registry, "two")), run.All, StringComparison.Ordinal);
        Assert.Contains(
            Digest(await skopeo.RunAsync("inspect", "--raw", $"oci:{repository.Git.Combine("artifacts/registry/two")}:0.1.0")), run.All, StringComparison.Ordinal);
        Assert.Equal(stored, Registries.Stored(open, registry));
    }

    [Fact]
    public async Task Within_one_registry_blobs_are_mounted_and_not_sent()
    {
        await using var wire = await ScriptedServer.StartAsync(Stop, (await registries.OpenAsync()).Host);
        using var repository = await ReleaseRepository.CreateAsync();
        var (from, to) = ($"oci://{wire.Host}/t{Guid.NewGuid():n}", $"oci://{wire.Host}/t{Guid.NewGuid():n}");
        HostAssert.Succeeded(await repository.PublishAsync($"--registry={from}"));
        var before = wire.Requests.Count;

        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", $"--from={from}", $"--registry={to}"));

        var requests = wire.Requests.Skip(before).ToList();
        Assert.Single(requests, request => request.Method == "PUT");
        Assert.Equal(2, requests.Count(request => request.Method == "POST"));
        using var helm = await Tool.HelmAsync(Helm.Four);
        await helm.RunAsync("pull", $"{to}/demo", "--version", "0.1.0", "--plain-http");
    }

    [Fact]
    public async Task After_a_fault_the_second_run_sends_only_what_is_missing()
    {
        await using var wire = await ScriptedServer.StartAsync(Stop, (await registries.OpenAsync()).Host);
        wire.On("PUT", "/manifests/", Answers.Error(403, "DENIED"), times: 1);
        using var repository = await ReleaseRepository.CreateAsync();
        string[] promote = ["--target=Promote", "--from=oci-layout:artifacts/registry", $"--registry=oci://{wire.Host}/t{Guid.NewGuid():n}"];
        HostAssert.Succeeded(await repository.PublishAsync());
        HostAssert.Failed(await repository.RunAsync(promote), "demo", "permission");
        var before = wire.Requests.Count;

        HostAssert.Succeeded(await repository.RunAsync(promote));

        Assert.EndsWith("/demo/manifests/0.1.0", Assert.Single(wire.Requests.Skip(before), request => request.Method == "PUT").Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_kill_in_the_middle_the_second_run_converges()
    {
        await using var wire = await ScriptedServer.StartAsync(Stop, (await registries.OpenAsync()).Host);
        wire.On("PUT", "/manifests/", Answers.Silence(), times: 1);
        using var repository = await ReleaseRepository.CreateAsync();
        var registry = $"oci://{wire.Host}/t{Guid.NewGuid():n}";
        string[] promote = ["--target=Promote", "--from=oci-layout:artifacts/registry", $"--registry={registry}"];
        HostAssert.Succeeded(await repository.PublishAsync());
        await using (var host = await ReleaseHost.StartAsync(repository.Setup, promote))
        {
            var end = host.EndAsync();
            while (!end.IsCompleted && !wire.Requests.Any(request => request.Method == "PUT" && request.Path.Contains("/manifests/", StringComparison.Ordinal)))
            {
                await Task.Delay(20, Stop);
            }

            Assert.False(end.IsCompleted);
        }

        HostAssert.Succeeded(await repository.RunAsync(promote));
        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", $"--from={registry}", "--registry=oci-layout:artifacts/back"));
        Assert.Equal(Contents(repository, "artifacts/registry"), Contents(repository, "artifacts/back"));
    }

    [Fact]
    public async Task Artifacts_that_refer_to_a_chart_are_copied()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var (from, to) = (Registries.Target(await registries.OpenAsync()), Registries.Target(await registries.OpenAsync()));
        HostAssert.Succeeded(await repository.PublishAsync($"--registry={from}"));
        var sbom = await Attachments.AttachAsync(from, "demo", "0.1.0", "sbom");

        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", $"--from={from}", "--registry=oci-layout:artifacts/between"));
        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", "--from=oci-layout:artifacts/between", $"--registry={to}"));

        Assert.Equal([sbom], await Attachments.ListAsync(to, "demo", "0.1.0"));
        Assert.Contains("sbom", await Attachments.ReadAsync(to, "demo", sbom), StringComparison.Ordinal);

        // What is attached later follows without the chart being sent again.
        var later = await Attachments.AttachAsync(from, "demo", "0.1.0", "attached later");
        HostAssert.Succeeded(await repository.RunAsync("--target=Promote", $"--from={from}", $"--registry={to}"));
        Assert.Equal(new[] { sbom, later }.Order(StringComparer.Ordinal), (await Attachments.ListAsync(to, "demo", "0.1.0")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Two_runs_at_once_that_attach_to_one_chart_lose_nothing()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync("--registry=oci-layout:artifacts/a,oci-layout:artifacts/b"));
        var attached = new List<string>();
        for (var number = 0; number < 6; number++)
        {
            var layout = $"oci-layout:{repository.Git.Combine(number % 2 == 0 ? "artifacts/a" : "artifacts/b")}";
            attached.Add(await Attachments.AttachAsync(layout, "demo", "0.1.0", $"artifact {number}"));
        }

        var to = Registries.Target(await registries.OpenAsync());
        using var other = ReleaseRepository.Of(await repository.Git.CloneAsync());

        var runs = await Task.WhenAll(
            repository.RunAsync("--target=Promote", "--from=oci-layout:artifacts/a", $"--registry={to}"),
            other.RunAsync("--target=Promote", $"--from=oci-layout:{repository.Git.Combine("artifacts/b")}", $"--registry={to}"));

        Assert.All(runs, HostAssert.Succeeded);
        Assert.Equal(attached.Order(StringComparer.Ordinal), (await Attachments.ListAsync(to, "demo", "0.1.0")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_empty_source_is_an_error()
    {
        using var folder = new TemporaryFolder();

        HostAssert.Failed(
            await ReleaseHost.RunAsync(folder.Path, "--target=Promote", "--from=oci-layout:nothing", "--registry=oci-layout:out"), "oci-layout:nothing");
        HostAssert.Failed(await ReleaseHost.RunAsync(folder.Path, "--target=Promote"), "--from=");
        Assert.False(Directory.Exists(folder.Combine("out")));
    }

    [Fact]
    public async Task Without_file_locks_no_layout_is_written()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(await repository.With("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1").PublishAsync(), "cannot be locked");

        Assert.False(File.Exists(repository.Git.Combine("artifacts/registry/demo/index.json")));
    }

    private static Task<string> RawAsync(Tool skopeo, string target, string chart = "demo") =>
        skopeo.RunAsync("inspect", "--raw", "--tls-verify=false", $"docker://{target["oci://".Length..]}/{chart}:0.1.0");

    private static string Digest(string raw) => ChartRelease.Oci.Digest.Of(System.Text.Encoding.UTF8.GetBytes(raw)).Value;

    private static string Action(HostResult run) => JsonNode.Parse(run.Output)!["charts"]![0]!["action"]!.GetValue<string>();

    // The times of change are of no interest, the names of temporary files would be.
    private static Dictionary<string, string> Contents(ReleaseRepository repository, string folder) =>
        repository.Snapshot(folder).Where(file => !file.Key.EndsWith(".lock", StringComparison.Ordinal)).ToDictionary(file => file.Key, file => file.Value.Split(' ')[0]);
}
