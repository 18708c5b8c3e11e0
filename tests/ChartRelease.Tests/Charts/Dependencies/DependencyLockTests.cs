using ChartRelease.Charts;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts.Dependencies;

public sealed class DependencyLockTests
{
    private const string Declared = """

        dependencies:
          - name: sub
            version: ">=0.1.0 <1"
            repository: file://../sub
            condition: sub.enabled
            tags: [a, b]
          - name: sub
            version: 0.10
            repository: "file://../sub"
            alias: second
            import-values: [data, {parent: p, child: c}]
        """;

    private static Chart Read(TemporaryFolder folder) => ChartReader.Read(new WorkTreeChartSource(folder.Path), "demo");

    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public async Task A_lock_that_helm_made_is_in_step_until_the_dependencies_change(string helm)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        folder.Write("sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 0.1.7\n");
        folder.Write("demo/Chart.yaml", MemoryChartSource.ChartYaml);
        Assert.Equal(DependencyState.None, DependencyLock.StateOf(Read(folder)));

        await File.AppendAllTextAsync(folder.Combine("demo/Chart.yaml"), Declared, cancellationToken);
        Assert.Equal(DependencyState.NotLocked, DependencyLock.StateOf(Read(folder)));

        await RealHelm.RunAsync(helm, folder, ["dependency", "update", "demo"], TestContext.Current.CancellationToken);
        Assert.Equal(DependencyState.Satisfied, DependencyLock.StateOf(Read(folder)));
        Assert.Equal(["0.1.7", "0.1.7"], DependencyLock.Read(Read(folder))!.Dependencies.Select(dependency => dependency.Version));

        File.Move(folder.Combine("demo/charts/sub-0.1.7.tgz"), folder.Combine("demo/charts/sub-0.1.6.tgz"));
        Assert.Equal(DependencyState.Satisfied, DependencyLock.StateOf(Read(folder)));

        File.Delete(folder.Combine("demo/charts/sub-0.1.6.tgz"));
        Assert.Equal(DependencyState.Incomplete, DependencyLock.StateOf(Read(folder)));

        folder.Write("demo/charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 0.1.6\n");
        Assert.Equal(DependencyState.Stale, DependencyLock.StateOf(Read(folder)));

        folder.Write("demo/charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 0.1.7\n");
        Assert.Equal(DependencyState.Satisfied, DependencyLock.StateOf(Read(folder)));

        var chartFile = folder.Combine("demo/Chart.yaml");
        await File.WriteAllTextAsync(chartFile, (await File.ReadAllTextAsync(chartFile, cancellationToken)).Replace("0.10", "0.1.x", StringComparison.Ordinal), cancellationToken);
        Assert.Equal(DependencyState.OutOfStep, DependencyLock.StateOf(Read(folder)));
    }

    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public async Task The_lock_of_a_v1_chart_is_read_too(string helm)
    {
        using var folder = new TemporaryFolder();
        folder.Write("sub/Chart.yaml", "apiVersion: v1\nname: sub\nversion: 0.1.7\n");
        folder.Write("demo/Chart.yaml", "apiVersion: v1\nname: demo\nversion: 1.0.0\n");
        folder.Write("demo/requirements.yaml", "dependencies:\n- name: sub\n  version: 0.1.7\n  repository: file://../sub\n");
        await RealHelm.RunAsync(helm, folder, ["dependency", "update", "demo"], TestContext.Current.CancellationToken);
        Assert.Equal(("requirements.lock", DependencyState.Satisfied), (DependencyLock.Read(Read(folder))!.File, DependencyLock.StateOf(Read(folder))));
    }

    [Fact]
    public void The_digest_that_helm_2_made_counts_for_v1_charts_only()
    {
        // Digest and requirements of https://github.com/helm/helm/issues/7233: over the JSON of {"dependencies":[…]}.
        var requirements = "dependencies:\n- name: sub\n  version: 0.1.7\n  repository: https://example.com\n";
        var json = """{"dependencies":[{"name":"sub","version":"0.1.7","repository":"https://example.com"}]}"""u8;
        var digest = $"sha256:{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(json))}";
        foreach (var (version, inStep) in new[] { ("v1", true), ("v2", false) })
        {
            var chart = new MemoryChartSource()
                .Add("Chart.yaml", $"apiVersion: {version}\nname: demo\nversion: 1.0.0\n")
                .Add("requirements.yaml", requirements)
                .Add("requirements.lock", $"{requirements}digest: {digest}\n")
                .Read();
            Assert.Equal(inStep, DependencyLock.Read(chart)!.IsInStepWith(chart.Metadata));
        }
    }

    [Fact]
    public void A_subchart_that_lives_in_the_chart_needs_no_lock()
    {
        var chart = MemoryChartSource.Demo()
            .Add("Chart.yaml", MemoryChartSource.ChartYaml + "dependencies:\n- name: sub\n  version: 0.1.0\n")
            .Add("charts/sub/Chart.yaml", "apiVersion: v2\nname: sub\nversion: 0.1.0\n")
            .Read();
        Assert.Equal(DependencyState.Satisfied, DependencyLock.StateOf(chart));
    }

    [Theory]
    [InlineData("digest: x\ndependencies: 1\n")]
    [InlineData("dependencies: []\n")]
    [InlineData("- a\n")]
    [InlineData("a: [\n")]
    [InlineData("digest: x\ndependencies:\n- {name: ../../x, version: 1.0.0, repository: 'oci://h/p'}\n")]
    [InlineData("digest: x\ndependencies:\n- {name: x, version: 1.0.0/../../../y, repository: 'oci://h/p'}\n")]
    [InlineData("digest: x\ndependencies:\n- {name: x, repository: 'oci://h/p'}\n")]
    public void A_lock_that_cannot_be_read_is_refused(string content) =>
        Assert.Equal(
            FailureReason.InvalidChart,
            Assert.Throws<ChartReleaseException>(() => DependencyLock.Read(MemoryChartSource.Demo().Add("Chart.lock", content).Read())).Reason);
}
