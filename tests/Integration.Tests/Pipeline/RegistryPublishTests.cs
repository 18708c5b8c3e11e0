using System.Text;
using System.Text.Json.Nodes;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Publish to a real registry.</summary>
public sealed class RegistryPublishTests(Registries registries)
{
    public static TheoryData<string, string> EveryAuthenticationAndHelm { get; } = new(
        from authentication in (string[])["htpasswd", "token"]
        from helm in (string[])[Helm.Three, Helm.Four]
        select (authentication, helm));

    [Theory]
    [MemberData(nameof(EveryAuthenticationAndHelm))]
    public async Task What_was_published_is_pulled_shown_and_rendered_by_helm(string authentication, string version)
    {
        var (registry, user, password) = authentication == "token"
            ? (await registries.TokenAsync(), Registries.Writer, Registries.TokenPassword)
            : (await registries.HtpasswdAsync(), DockerRegistry.User, DockerRegistry.Password);
        using var repository = await ReleaseRepository.CreateWithOwnChartAsync();
        repository.With("CHART_RELEASE_USERNAME", user).With("CHART_RELEASE_PASSWORD", password).With("CHART_RELEASE_HELM", await Helm.PathAsync(version));
        var target = Registries.Target(registry);

        HostAssert.Succeeded(await repository.PublishAsync($"--registry={target}"));

        Assert.True(repository.Report().Chart()["targets"]![0]!["verified"]!.GetValue<bool>());
        using var helm = await Tool.HelmAsync(version);
        string[] http = version == Helm.Four ? ["--plain-http"] : [];
        await helm.RunAsync(new Secret(password), ["registry", "login", registry.Host, "--username", user, "--password-stdin", .. http]);
        await helm.RunAsync(["pull", $"{target}/agentapi-proxy", "--version", "0.1.0", .. http]);
        Assert.Equal(
            await File.ReadAllBytesAsync(repository.Git.Combine("artifacts/charts/agentapi-proxy-0.1.0.tgz"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(Path.Combine(helm.Folder, "agentapi-proxy-0.1.0.tgz"), TestContext.Current.CancellationToken));
        Assert.Contains("name: agentapi-proxy", await helm.RunAsync(["show", "chart", $"{target}/agentapi-proxy", "--version", "0.1.0", .. http]), StringComparison.Ordinal);
        Assert.Contains("kind: Deployment", await helm.RunAsync(["template", "release", $"{target}/agentapi-proxy", "--version", "0.1.0", .. http]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_skips_and_sends_nothing()
    {
        var registry = await registries.HtpasswdAsync();
        using var repository = await WithPasswordAsync();
        var target = $"--registry={Registries.Target(registry)}";
        HostAssert.Succeeded(await repository.PublishAsync(target));
        var (files, stored) = (repository.Snapshot("artifacts/charts"), Registries.Stored(registry, target));

        HostAssert.Succeeded(await repository.PublishAsync(target));

        Assert.Equal("skipped", repository.Action());
        Assert.Equal(files, repository.Snapshot("artifacts/charts"));
        Assert.Equal(stored, Registries.Stored(registry, target));
    }

    [Fact]
    public async Task A_change_without_a_new_version_is_refused_and_the_file_is_named()
    {
        var registry = await registries.HtpasswdAsync();
        using var repository = await WithPasswordAsync();
        var target = $"--registry={Registries.Target(registry)}";
        HostAssert.Succeeded(await repository.PublishAsync(target));
        var stored = Registries.Stored(registry, target);
        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");
        await repository.Git.CommitAsync();

        HostAssert.Failed(await repository.PublishAsync(target), "values.yaml changed", "--bump=patch");

        Assert.Equal("refused", repository.Action());
        Assert.Equal(stored, Registries.Stored(registry, target));
    }

    [Fact]
    public async Task The_password_comes_from_standard_input()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Setup = repository.Setup with { Input = DockerRegistry.Password + "\n" };

        HostAssert.Succeeded(await repository.PublishAsync(
            $"--registry={Registries.Target(await registries.HtpasswdAsync())}", $"--username={DockerRegistry.User}", "--password-stdin"));
    }

    [Fact]
    public async Task The_credentials_come_from_the_docker_file()
    {
        var registry = await registries.HtpasswdAsync();
        using var repository = await ReleaseRepository.CreateAsync();
        WriteDockerFile(repository, registry, DockerRegistry.Password);

        HostAssert.Succeeded(await repository.PublishAsync($"--registry={Registries.Target(registry)}"));
    }

    [Fact]
    public async Task A_wrong_password_fails_before_anything_is_sent()
    {
        var registry = await registries.HtpasswdAsync();
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("CHART_RELEASE_USERNAME", DockerRegistry.User).With("CHART_RELEASE_PASSWORD", "not-it");
        var target = $"--registry={Registries.Target(registry)}";

        var run = await repository.PublishAsync(target);

        HostAssert.Failed(run, registry.Host, "401 Unauthorized", DockerRegistry.User, "the password from CHART_RELEASE_PASSWORD");
        Assert.Empty(Registries.Stored(registry, target));
    }

    [Fact]
    public async Task Without_credentials_the_ways_to_give_them_are_named()
    {
        var registry = await registries.HtpasswdAsync();
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(
            await repository.PublishAsync($"--registry={Registries.Target(registry)}"), "--username and --password-stdin", $"helm registry login {registry.Host}");
    }

    [Fact]
    public async Task A_user_who_may_only_read_is_told_so()
    {
        var registry = await registries.TokenAsync();
        using var repository = await ReleaseRepository.CreateAsync();
        repository.With("CHART_RELEASE_USERNAME", Registries.Reader).With("CHART_RELEASE_PASSWORD", Registries.TokenPassword);

        var run = await repository.PublishAsync($"--registry={Registries.Target(registry)}");

        HostAssert.Failed(run, registry.Host, "permission");
        Assert.Contains("Login", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_private_authority_is_trusted_with_ca_file()
    {
        var registry = await registries.TlsAsync();
        using var repository = await WithPasswordAsync();
        var target = $"--registry={Registries.Target(registry)}";

        HostAssert.Succeeded(await repository.PublishAsync(target, $"--ca-file={registries.Authority.Value.CaFile}"));

        Assert.True(repository.Report().Chart()["targets"]![0]!["verified"]!.GetValue<bool>());
    }

    [Theory]
    [MemberData(nameof(Helm.Versions), MemberType = typeof(Helm))]
    public async Task The_helm_engine_publishes_verifies_and_skips(string version)
    {
        using var repository = await WithPasswordAsync();
        repository.With("CHART_RELEASE_HELM", await Helm.PathAsync(version));
        string[] arguments = ["--engine=helm", $"--registry={Registries.Target(await registries.HtpasswdAsync())}", "--registry=oci-layout:artifacts/registry"];

        HostAssert.Succeeded(await repository.PublishAsync(arguments));

        Assert.Equal("published", repository.Action());
        Assert.All(repository.Report().Chart()["targets"]!.AsArray(), target => Assert.True(target!["verified"]!.GetValue<bool>()));

        HostAssert.Succeeded(await repository.PublishAsync(arguments));

        Assert.Equal("skipped", repository.Action());
    }

    [Fact]
    public async Task Upper_case_in_a_path_is_lowered_and_said()
    {
        var registry = await registries.HtpasswdAsync();
        using var repository = await WithPasswordAsync();
        var owner = $"My{Guid.NewGuid():n}";

        var run = await repository.PublishAsync($"--registry=oci://{registry.Host}/{owner}/Charts");

        HostAssert.Succeeded(run);
        Assert.Contains("upper-case", run.All, StringComparison.Ordinal);
        Assert.Equal($"oci://{registry.Host}/{owner.ToLowerInvariant()}/charts/demo:0.1.0", repository.Report().Chart()["targets"]![0]!["reference"]!.GetValue<string>());
    }

    [Fact]
    public async Task Two_runs_at_once_on_one_registry_both_succeed()
    {
        using var repository = await WithPasswordAsync();
        using var clone = ReleaseRepository.Of(await repository.Git.CloneAsync());
        clone.Setup = clone.Setup with { Environment = repository.Setup.Environment };
        var target = $"--registry={Registries.Target(await registries.HtpasswdAsync())}";

        var runs = await Task.WhenAll(repository.PublishAsync(target), clone.PublishAsync(target));

        Assert.All(runs, HostAssert.Succeeded);
    }

    [Fact]
    public async Task Verify_proves_what_is_published()
    {
        using var repository = await WithPasswordAsync();
        var target = $"--registry={Registries.Target(await registries.HtpasswdAsync())}";
        HostAssert.Succeeded(await repository.PublishAsync(target));

        var run = await repository.RunAsync("--target=Verify", target);

        HostAssert.Succeeded(run);
        Assert.Contains(repository.Report().Chart()["targets"]![0]!["manifestDigest"]!.GetValue<string>(), run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_alone_fails_for_what_is_absent()
    {
        using var repository = await WithPasswordAsync();
        var target = Registries.Target(await registries.HtpasswdAsync());

        HostAssert.Failed(await repository.RunAsync("--target=Verify", "--exclusive", $"--registry={target}"), $"{target}/demo:0.1.0");
    }

    internal static void WriteDockerFile(ReleaseRepository repository, DockerRegistry registry, string password)
    {
        var folder = Path.Combine(repository.Home, "docker");
        Directory.CreateDirectory(folder);
        var auth = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{DockerRegistry.User}:{password}"));
        File.WriteAllText(Path.Combine(folder, "config.json"), Auths(registry.Host, auth));
        repository.With("DOCKER_CONFIG", folder);
    }

    private static string Auths(string host, string auth) =>
        new JsonObject { ["auths"] = new JsonObject { [host] = new JsonObject { ["auth"] = auth } } }.ToJsonString();

    private static async Task<ReleaseRepository> WithPasswordAsync() => (await ReleaseRepository.CreateAsync())
        .With("CHART_RELEASE_USERNAME", DockerRegistry.User).With("CHART_RELEASE_PASSWORD", DockerRegistry.Password);
}
