using System.Text.Json.Nodes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Reproduce on real targets.</summary>
public sealed class ReproduceTests(Registries registries)
{
    [Fact]
    public async Task What_was_published_is_identical_at_every_target_and_the_result_is_for_machines()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two");
        var targets = $"--registry={Registries.Target(await registries.OpenAsync())},oci-layout:artifacts/registry";
        HostAssert.Succeeded(await repository.RunAsync("--target=Push", "--exclusive", targets));
        var before = repository.Snapshot();

        var run = await repository.RunAsync("--target=Reproduce", targets, "--versions=^0.1.0", "--output=json");

        HostAssert.Succeeded(run);
        var report = JsonNode.Parse(run.Output)!;
        Assert.Equal(["schemaVersion", "charts", "failures"], report.Names());
        var charts = report["charts"]!.AsArray();
        Assert.Equal(["one", "two", "one", "two"], charts.Select(chart => Text(chart!, "name")));
        Assert.All(charts, chart =>
        {
            Assert.Equal(
                ["name", "version", "target", "reference", "outcome", "commit", "publishedDigest", "rebuiltDigest", "differences", "failure"], chart!.Names());
            Assert.Equal("identical", Text(chart!, "outcome"));
            Assert.Equal(Text(chart!, "publishedDigest"), Text(chart!, "rebuiltDigest"));
        });
        Assert.Equal(before, repository.Snapshot());
        Assert.Empty(repository.Leftovers());
    }

    [Theory]
    [MemberData(nameof(Helm.Versions), MemberType = typeof(Helm))]
    public async Task What_helm_pushed_is_told_from_what_somebody_changed(string version)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var registry = Registries.Target(await registries.OpenAsync());
        string[] http = version == Helm.Four ? ["--plain-http"] : [];
        using var helm = await Tool.HelmAsync(version);
        await helm.RunAsync("package", repository.Git.Combine("helm/demo"));
        await helm.RunAsync(["push", "demo-0.1.0.tgz", registry, .. http]);
        repository.Git.Write("helm/demo/values.yaml", "greeting: changed\n");
        await helm.RunAsync("package", repository.Git.Combine("helm/demo"), "--version", "0.2.0");
        await helm.RunAsync(["push", "demo-0.2.0.tgz", registry, .. http]);

        var run = await repository.RunAsync("--target=Reproduce", $"--registry={registry}", "--commit=HEAD");

        HostAssert.Failed(run, "same content, other stamps", "other content", "gzip header, comment: published Helm", "values.yaml", "-greeting: changed", "+greeting: hello");
        var clean = await repository.RunAsync("--target=Reproduce", $"--registry={registry}", "--commit=HEAD", "--versions=0.1.0", "--output=markdown");
        HostAssert.Failed(clean, "| demo | 0.1.0 | same content, other stamps |");
        Assert.DoesNotContain("values.yaml", clean.All, StringComparison.Ordinal);
        HostAssert.Failed(await repository.RunAsync("--target=Reproduce", $"--registry={registry}", "--versions=0.1.0"), "--commit=REV");
    }

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
