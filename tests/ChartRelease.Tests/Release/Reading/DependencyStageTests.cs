using System.Security.Cryptography;
using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Processes;
using ChartRelease.Release;
using ChartRelease.Release.Reading;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reading;

public sealed class DependencyStageTests : IDisposable
{
    private const string Dependency = "dependencies:\n  - name: leaf\n    version: 1.0.0\n    repository: file://../leaf\n";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_chart_that_needs_nothing_is_left_alone_and_no_helm_is_asked_for()
    {
        using var stage = new DependencyStage(_ => throw new InvalidOperationException("No helm is needed."), NullReleaseLog.Instance);
        _folder.Write("helm/app/Chart.yaml", ChartRepository.ChartYaml("app"));
        var chart = Read("helm/app");

        Assert.Same(chart, await stage.CompleteAsync(chart, ReleaseAssert.Token));
    }

    [Fact]
    public async Task Dependencies_without_a_lock_are_refused()
    {
        using var stage = new DependencyStage(_ => throw new InvalidOperationException("No helm is needed."), NullReleaseLog.Instance);
        _folder.Write("helm/app/Chart.yaml", ChartRepository.ChartYaml("app") + Dependency);

        var failure = await ReleaseAssert.FailsAsync(
            FailureReason.DependencyOutOfStep, () => stage.CompleteAsync(Read("helm/app"), ReleaseAssert.Token));

        Assert.Equal("helm/app/Chart.lock", failure.Location?.File);
    }

    [Fact]
    public async Task A_lock_of_other_dependencies_is_refused()
    {
        using var stage = new DependencyStage(_ => throw new InvalidOperationException("No helm is needed."), NullReleaseLog.Instance);
        _folder.Write("helm/app/Chart.yaml", ChartRepository.ChartYaml("app") + Dependency);
        _folder.Write(
            "helm/app/Chart.lock",
            "dependencies:\n- name: other\n  repository: file://../other\n  version: 1.0.0\ndigest: sha256:00\ngenerated: \"2026-01-01T00:00:00Z\"\n");

        await ReleaseAssert.FailsAsync(FailureReason.DependencyOutOfStep, () => stage.CompleteAsync(Read("helm/app"), ReleaseAssert.Token));
    }

    [Fact]
    public async Task What_is_locked_and_missing_is_fetched_beside_the_chart()
    {
        using var helm = new RealHelm();
        using var stage = new DependencyStage(_ => Task.FromResult<IHelmClient>(helm), NullReleaseLog.Instance);
        _folder.Write("helm/app/Chart.yaml", ChartRepository.ChartYaml("app") + Dependency);
        _folder.Write("helm/leaf/Chart.yaml", ChartRepository.ChartYaml("leaf"));
        await helm.RunAsync("dependency", "update", _folder.Combine("helm/app"));
        Directory.Delete(_folder.Combine("helm/app/charts"), recursive: true);

        var complete = await stage.CompleteAsync(Read("helm/app"), ReleaseAssert.Token);

        Assert.Equal("helm/app", complete.Path);
        Assert.Contains("charts/leaf-1.0.0.tgz", complete.Files.Select(file => file.Path));
        Assert.False(Directory.Exists(_folder.Combine("helm/app/charts")), "The chart folder was written to.");

        // Packaged as this library packages it, without helm's stamps: the same commit gives the same bytes.
        await using var dependency = complete.Source.Open(complete.Files.Single(file => file.Path == "charts/leaf-1.0.0.tgz"));
        var digest = await SHA256.HashDataAsync(dependency, ReleaseAssert.Token);
        Assert.Equal(ChartArchiveWriter.Write(Read("helm/leaf"), Stream.Null, ReleaseAssert.Token).Sha256, Convert.ToHexStringLower(digest));
    }

    public void Dispose() => _folder.Dispose();

    private Chart Read(string folder) => ChartReader.Read(new WorkTreeChartSource(_folder.Path), folder);

    /// <summary>The one verb the stage needs, with the real helm and no settings of the user.</summary>
    private sealed class RealHelm : IHelmClient, IDisposable
    {
        private readonly TemporaryFolder _home = new();

        public string Version => "4.1.4";

        public Task BuildDependenciesAsync(string chartFolder, CancellationToken cancellationToken) => RunAsync("dependency", "build", chartFolder);

        public async Task RunAsync(params string[] arguments)
        {
            var request = new ProcessRequest(await TestTools.Helm4Async(), arguments)
            {
                Environment = new Dictionary<string, string?>
                {
                    ["HELM_CONFIG_HOME"] = _home.Combine("config"),
                    ["HELM_CACHE_HOME"] = _home.Combine("cache"),
                    ["HELM_DATA_HOME"] = _home.Combine("data"),
                },
            };
            var result = await ProcessRunner.RunAsync(request, ReleaseAssert.Token);
            if (result.ExitCode != 0)
            {
                throw new ChartReleaseException(FailureReason.ToolFailed, result.Words, "Success.", "Look.");
            }
        }

        public Task<IReadOnlyList<HelmLintMessage>> LintAsync(IReadOnlyList<string> chartFolders, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task<string> TemplateAsync(string chart, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string> PackageAsync(string chartFolder, string destination, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PushAsync(string archive, HelmRegistryAccess registry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string> PullAsync(
            string chartName, string version, HelmRegistryAccess registry, string destination, CancellationToken cancellationToken) =>
            throw new NotSupportedException();

        public Task LoginAsync(HelmRegistryAccess registry, CancellationToken cancellationToken) => throw new NotSupportedException();

        public void Dispose() => _home.Dispose();
    }
}
