using ChartRelease.Integration.Pipeline;
using ChartRelease.Release;
using ChartRelease.Release.Progress;
using ChartRelease.Release.Settings;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Maintainer;

/// <summary>
/// An application's repository with its chart in it, as such a maintainer has it: a quoted appVersion that nobody raises, a dependency from
/// an OCI registry that is locked and vendored, and tags <c>v*</c> of the application beside a few <c>helm-v*</c> of the chart.
/// </summary>
internal sealed class MaintainerRepository : IDisposable
{
    public const string Chart = "proxy";
    public const string Folder = "helm/proxy";
    public const string Archive = $"{Folder}/charts/redis-21.2.14.tgz";

    private const string Settings = """
        charts: [helm/*]
        version-from: tag
        app-version-from: tag
        tag-patterns: ["v{version}", "helm-v{version}"]

        """;

    private readonly DockerRegistry _registry;
    private int _commits;

    private MaintainerRepository(ReleaseRepository release, DockerRegistry registry) =>
        (Release, _registry, Target) = (release, registry, Registries.Target(registry));

    public ReleaseRepository Release { get; }

    /// <summary>Where the chart is published to.</summary>
    public string Target { get; }

    public GitRepository Git => Release.Git;

    /// <summary>Makes the repository; helm itself locks and vendors the dependency, out of the registry.</summary>
    public static async Task<MaintainerRepository> CreateAsync(DockerRegistry registry)
    {
        var repository = new MaintainerRepository(await ReleaseRepository.EmptyAsync(), registry);
        var upstream = Registries.Target(registry);
        using var helm = await Tool.HelmAsync(Helm.Four);
        SmallChart.Write(repository.Git, "redis", "21.2.14");
        await helm.RunAsync("package", repository.Git.Combine("helm/redis"));
        await helm.RunAsync("push", "redis-21.2.14.tgz", upstream, "--plain-http");
        Directory.Delete(repository.Git.Combine("helm/redis"), recursive: true);

        repository.Git.Write("chart-release.yaml", Settings);
        repository.Git.Write($"{Folder}/Chart.yaml", ChartYaml(upstream));
        repository.Git.Write($"{Folder}/values.yaml", "image: ghcr.io/owner/proxy\nreplicas: 1\nredis: {}\n");
        repository.Git.Write($"{Folder}/templates/settings.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: {{ .Release.Name }}
            data:
              image: "{{ .Values.image }}:{{ .Chart.AppVersion }}"

            """);
        await helm.RunAsync("dependency", "update", repository.Git.Combine(Folder), "--plain-http");
        await repository.Git.CommitAsync("feat: a chart");
        return repository;
    }

    /// <summary>Work on the application, which is most of it, or on the chart.</summary>
    public Task<string> WorkAsync(bool touchesChart)
    {
        _commits++;
        Git.Write(touchesChart ? $"{Folder}/values.yaml" : "src/main.go", $"image: ghcr.io/owner/proxy\nreplicas: {_commits}\nredis: {{}}\n");
        return Git.CommitAsync(touchesChart ? "feat(chart): more replicas" : "fix: the application");
    }

    /// <summary>Publishes a tag as its workflow does, in a detached checkout, with the program that users run.</summary>
    public async Task PublishAsync(string tag)
    {
        await Git.RunAsync("checkout", "--quiet", "--detach", tag);
        HostAssert.Succeeded(await Release.PublishAsync($"--registry={Target}"));
        await Git.RunAsync("checkout", "--quiet", "main");
    }

    /// <summary>The same steps in this process, up to the point where helm looks at it: enough where only the number differs.</summary>
    public async Task PushAsync(string tag)
    {
        await Git.RunAsync("checkout", "--quiet", "--detach", tag);
        var options = SettingsResolver.Resolve(new SettingsInput
        {
            WorkingDirectory = Git.Path,
            Arguments = new Dictionary<string, IReadOnlyList<string>> { ["registry"] = [Target] },
            ReadFile = Git.Read,
        });
        await using var pipeline = new ReleasePipeline(
            options, _ => throw new InvalidOperationException("No helm is needed."), NullReleaseLog.Instance, NullReleaseProgress.Instance);
        await pipeline.PushAsync(verifyFollows: false, TestContext.Current.CancellationToken);
        await Git.RunAsync("checkout", "--quiet", "main");
    }

    /// <summary>The tags of the published chart, as the registry lists them.</summary>
    public async Task<IReadOnlyList<string>> PublishedAsync()
    {
        using var client = new HttpClient();
        var answer = await client.GetStringAsync(new Uri($"http://{_registry.Host}/v2/{Target.Split('/')[^1]}/{Chart}/tags/list"), TestContext.Current.CancellationToken);
        return [.. System.Text.Json.Nodes.JsonNode.Parse(answer)!["tags"]!.AsArray().Select(tag => tag!.GetValue<string>())];
    }

    public void Dispose() => Release.Dispose();

    private static string ChartYaml(string upstream) => $"""
        # Raised by nobody: the tags say it.
        apiVersion: v2
        name: {Chart}
        description: The proxy
        version: 0.3.0
        appVersion: "1.173.0"
        icon: https://example.com/icon.svg
        maintainers:
          - name: The maintainer
        dependencies:
          - name: redis
            version: 21.x.x
            repository: {upstream}

        """;
}
