using System.Text.Json.Nodes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Publish without a server: the default target is an image layout below artifacts.</summary>
public sealed class LayoutPublishTests
{
    [Fact]
    public async Task The_repositorys_own_chart_is_published_and_read_by_skopeo()
    {
        using var repository = await ReleaseRepository.CreateWithOwnChartAsync();

        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.True(File.Exists(repository.Git.Combine("artifacts/charts/agentapi-proxy-0.1.0.tgz")));
        using var skopeo = await Tool.SkopeoAsync();
        var manifest = JsonNode.Parse(await skopeo.RunAsync("inspect", "--raw", $"oci:{repository.Git.Combine("artifacts/registry/agentapi-proxy")}:0.1.0"))!;
        Assert.Equal("application/vnd.cncf.helm.config.v1+json", manifest["config"]!["mediaType"]!.GetValue<string>());
        Assert.Equal(
            repository.Report().Chart()["archive"]!["digest"]!.GetValue<string>(),
            manifest["layers"]![0]!["digest"]!.GetValue<string>());
    }

    [Fact]
    public async Task The_report_has_the_members_that_are_promised_and_no_others()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.PublishAsync();

        HostAssert.Succeeded(run);
        var report = repository.Report();
        Assert.Equal(["schemaVersion", "commit", "charts"], report.Names());
        Assert.Equal(1, report["schemaVersion"]!.GetValue<int>());
        Assert.Equal(await repository.Git.HeadAsync(), report["commit"]!.GetValue<string>());
        var chart = report.Chart();
        Assert.Equal(["name", "version", "appVersion", "path", "action", "archive", "dependencies", "targets"], chart.Names());
        Assert.Equal(["demo", "0.1.0", "1.0.0", "helm/demo", "published"], chart.AsObject().Select(member => member.Value).Take(5).Select(value => value!.GetValue<string>()));
        Assert.Equal(["path", "digest", "size"], chart["archive"]!.Names());
        Assert.Equal("artifacts/charts/demo-0.1.0.tgz", chart["archive"]!["path"]!.GetValue<string>());
        Assert.Equal(new FileInfo(repository.Git.Combine("artifacts/charts/demo-0.1.0.tgz")).Length, chart["archive"]!["size"]!.GetValue<long>());
        var target = Assert.Single(chart["targets"]!.AsArray())!;
        Assert.Equal(["target", "reference", "manifestDigest", "verified"], target.Names());
        Assert.Equal("oci-layout:artifacts/registry", target["target"]!.GetValue<string>());
        Assert.StartsWith("sha256:", target["manifestDigest"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.True(target["verified"]!.GetValue<bool>());
        Assert.Empty(repository.Leftovers());
    }

    [Fact]
    public async Task A_second_run_skips_and_touches_nothing_but_its_report()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        var before = repository.Snapshot().Where(file => file.Key != "release.json").ToDictionary();

        var second = await repository.PublishAsync();

        HostAssert.Succeeded(second);
        Assert.Contains("skipped", second.Output, StringComparison.Ordinal);
        Assert.Equal("skipped", repository.Action());
        Assert.True(repository.Report().Chart()["targets"]![0]!["verified"]!.GetValue<bool>());
        Assert.Equal(before, repository.Snapshot().Where(file => file.Key != "release.json").ToDictionary());
    }

    [Fact]
    public async Task A_third_run_writes_the_same_report_as_the_second()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        HostAssert.Succeeded(await repository.PublishAsync());
        var second = repository.Git.Read("artifacts/release.json");

        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal(second, repository.Git.Read("artifacts/release.json"));
    }

    [Fact]
    public async Task The_same_commit_gives_the_same_bytes_in_another_clone()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        using var clone = ReleaseRepository.Of(await repository.Git.CloneAsync());

        HostAssert.Succeeded(await repository.PublishAsync());
        HostAssert.Succeeded(await clone.With("TZ", "Asia/Kathmandu").With("LANG", "tr_TR.UTF-8").PublishAsync());

        Assert.Equal(Hashes(repository), Hashes(clone));
    }

    [Fact]
    public async Task A_change_without_a_new_version_is_refused_and_the_file_is_named()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        var published = repository.Snapshot("artifacts/registry");
        repository.Git.Write($"helm/demo/{SmallChart.Template}", repository.Git.Read($"helm/demo/{SmallChart.Template}") + "# changed\n");
        await repository.Git.CommitAsync();

        var refused = await repository.PublishAsync();

        HostAssert.Failed(refused, $"{SmallChart.Template} changed", "--target=BumpVersion --bump=patch");
        Assert.Equal("refused", repository.Action());
        Assert.False(repository.Report().Chart()["targets"]![0]!["verified"]!.GetValue<bool>());
        Assert.Equal(published, repository.Snapshot("artifacts/registry"));
    }

    [Fact]
    public async Task The_advice_of_a_refusal_leads_to_a_release()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        repository.Git.Write("helm/demo/values.yaml", "greeting: good day\n");
        await repository.Git.CommitAsync();
        HostAssert.Failed(await repository.PublishAsync(), "values.yaml changed");

        HostAssert.Succeeded(await repository.RunAsync("--target=BumpVersion", "--bump=patch", "--charts=helm/demo"));
        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal("published", repository.Action());
        Assert.Equal("0.1.1", repository.Report().Chart()["version"]!.GetValue<string>());
        using var skopeo = await Tool.SkopeoAsync();
        var layout = $"oci:{repository.Git.Combine("artifacts/registry/demo")}";
        Assert.Contains("0.1.0", await skopeo.RunAsync("inspect", "--raw", $"{layout}:0.1.0"), StringComparison.Ordinal);
        Assert.Contains("0.1.1", await skopeo.RunAsync("inspect", "--raw", $"{layout}:0.1.1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_charts_only_those_that_are_missing_are_published()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two");
        HostAssert.Succeeded(await repository.PublishAsync("--charts=helm/one"));

        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal(["one skipped", "two published"], repository.Report()["charts"]!.AsArray().Select(chart => $"{chart!["name"]} {chart["action"]}"));
    }

    [Fact]
    public async Task One_chart_that_is_refused_holds_back_the_others()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two");
        HostAssert.Succeeded(await repository.PublishAsync("--charts=helm/one"));
        repository.Git.Write("helm/one/values.yaml", "greeting: other\n");
        await repository.Git.CommitAsync();

        HostAssert.Failed(await repository.PublishAsync(), "helm/one");

        Assert.False(Directory.Exists(repository.Git.Combine("artifacts/registry/two")));
    }

    [Fact]
    public async Task Two_runs_at_once_on_one_layout_both_succeed()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two");
        using var clone = ReleaseRepository.Of(await repository.Git.CloneAsync());
        var target = $"--registry=oci-layout:{repository.Git.Combine("artifacts/shared")}";

        var runs = await Task.WhenAll(repository.PublishAsync(target), clone.PublishAsync(target));

        Assert.All(runs, HostAssert.Succeeded);
        using var skopeo = await Tool.SkopeoAsync();
        foreach (var name in (string[])["one", "two"])
        {
            await skopeo.RunAsync("inspect", "--raw", $"oci:{repository.Git.Combine($"artifacts/shared/{name}")}:0.1.0");
        }
    }

    private static IEnumerable<string> Hashes(ReleaseRepository repository) => repository.Snapshot()
        .Where(file => !Path.GetFileName(file.Key).StartsWith('.'))
        .Select(file => $"{file.Key} {file.Value.Split(' ')[0]}").Order(StringComparer.Ordinal);
}
