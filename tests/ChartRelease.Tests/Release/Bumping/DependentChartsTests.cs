using ChartRelease.Charts;
using ChartRelease.Charts.Dependencies;
using ChartRelease.Release;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class DependentChartsTests
{
    [Fact]
    public async Task Who_depends_on_a_bumped_chart_follows_in_the_same_commit_and_so_on()
    {
        using var repository = await ChartRepository.CreateAsync("common", "other");
        repository.Depend("web", "common", "^1.0.0");
        repository.Depend("shop", "web", "1.0.0");
        await repository.Git.CommitAsync("feat: first");
        await TagAllAsync(repository, "common", "other", "web", "shop");
        await TouchAsync(repository, "common", "feat: more");
        var before = await repository.Git.HeadAsync();

        var report = await repository.BumpAsync(Bumps.Auto);

        Assert.Equal(["common 1.1.0", "shop 1.0.1", "web 1.0.1"], report.Charts.Select(chart => $"{chart.Name} {chart.NewVersion}"));
        Assert.Equal(before, (await repository.Git.RunAsync("rev-parse", "HEAD~1")).Trim());
        Assert.Contains("version: ^1.1.0", repository.Git.Read("helm/web/Chart.yaml"), StringComparison.Ordinal);
        Assert.Contains("version: 1.0.1\n  repository: file://../web", repository.Git.Read("helm/shop/Chart.yaml"), StringComparison.Ordinal);
        Assert.Equal("depends on common 1.1.0", report.Charts[2].Why);
        Assert.Equal("1.0.0", repository.Version("other"));
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Empty((await repository.BumpAsync(Bumps.Auto)).Charts);
    }

    [Fact]
    public async Task One_that_was_never_released_keeps_its_version_and_names_the_new_one()
    {
        using var repository = await ChartRepository.CreateAsync("common");
        repository.Depend("web", "common", "^1.0.0");
        await repository.Git.CommitAsync("feat: first");
        await TagAllAsync(repository, "common");
        await TouchAsync(repository, "common", "feat: more");

        var report = await repository.BumpAsync(Bumps.Auto);

        Assert.Equal(["common 1.1.0", "web 1.0.0"], report.Charts.Select(chart => $"{chart.Name} {chart.NewVersion}"));
        Assert.Contains("version: ^1.1.0", repository.Git.Read("helm/web/Chart.yaml"), StringComparison.Ordinal);
        Assert.Equal("chore(chart): bump common to 1.1.0, update the dependencies of web", await repository.SubjectAsync());
    }

    [Fact]
    public async Task One_that_the_run_leaves_out_stays_and_is_named_in_a_warning()
    {
        using var repository = await ChartRepository.CreateAsync("common", "other");
        repository.Depend("web", "common", "^1.0.0");
        repository.Git.Write("tests/broken/Chart.yaml", "{");
        await repository.Git.CommitAsync("feat: first");
        var log = new RecordingLog();

        var report = await repository.BumpAsync(Bumps.Patch, log: log, charts: "helm/common");

        Assert.Equal("common", Assert.Single(report.Charts).Name);
        var warning = Assert.Single(log.At(ReleaseLogLevel.Warning));
        Assert.StartsWith("web depends on common 1.0.1 and is not among the charts of this run", warning, StringComparison.Ordinal);
        Assert.EndsWith("name helm/web in --charts too.", warning, StringComparison.Ordinal);
        Assert.Contains("version: ^1.0.0", repository.Git.Read("helm/web/Chart.yaml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_proposal_warns_of_one_that_the_run_leaves_out_and_what_is_then_done_does_not_again()
    {
        using var repository = await ChartRepository.CreateAsync("common");
        repository.Depend("web", "common", "^1.0.0");
        await repository.Git.CommitAsync("feat: first");
        var log = new RecordingLog();
        await using var run = new ReleasePipeline(
            repository.Options with { Charts = ["helm/common"] }, _ => throw new InvalidOperationException("No helm is needed."), log, NullReleaseProgress.Instance);

        await run.ProposeBumpAsync(Bumps.Patch, ReleaseAssert.Token);
        Assert.StartsWith("web depends on common 1.0.1", Assert.Single(log.At(ReleaseLogLevel.Warning)), StringComparison.Ordinal);
        await run.BumpAsync(Bumps.Patch, ReleaseAssert.Token);

        Assert.Single(log.At(ReleaseLogLevel.Warning));
    }

    [Fact]
    public async Task A_lock_that_was_made_for_other_dependencies_is_told_before_anything_is_touched()
    {
        using var repository = await ChartRepository.CreateAsync("common");
        using var folder = new TemporaryFolder();
        repository.Depend("web", "common", "~1.0.0");
        await RealHelm.RunAsync(RealHelm.V4, folder, ["dependency", "update", repository.Git.Combine("helm/web")], ReleaseAssert.Token);
        repository.Depend("web", "common", "^1.0.0");
        var head = await repository.Git.CommitAsync("feat: first");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.DependencyOutOfStep, () => repository.BumpAsync(Bumps.Patch));

        Assert.Equal("Chart.lock of web was made for other dependencies.", failure.Found);
        Assert.Equal("helm/web/Chart.lock", failure.Location!.File);
        Assert.Contains("helm dependency update helm/web", failure.Next, StringComparison.Ordinal);
        await repository.AssertCleanAsync(head);
    }

    [Fact]
    public async Task An_archive_beside_the_lock_holds_what_is_committed_whatever_the_line_ends_of_the_work_tree_are()
    {
        using var repository = await ChartRepository.CreateAsync("common");
        using var folder = new TemporaryFolder();
        repository.Depend("web", "common", "~1.0.0");
        repository.Git.Write("helm/common/values.yaml", "a: 1\nb: 2\n");
        await RealHelm.RunAsync(RealHelm.V4, folder, ["dependency", "update", repository.Git.Combine("helm/web")], ReleaseAssert.Token);
        await repository.Git.CommitAsync("feat: first");
        await repository.Git.RunAsync("config", "core.autocrlf", "true");
        Directory.Delete(repository.Git.Combine("helm/common"), recursive: true);
        await repository.Git.RunAsync("checkout", "--", "helm/common");
        Assert.Contains("\r\n", repository.Git.Read("helm/common/values.yaml"), StringComparison.Ordinal);

        await repository.BumpAsync(Bumps.Patch);

        await using var run = repository.Pipeline(repository.Options with { Charts = ["helm/common"] });
        var common = Assert.Single(await run.PackageAsync(ReleaseAssert.Token));
        Assert.Equal("1.0.1", common.Chart.Version);
        Assert.Equal(
            await File.ReadAllBytesAsync(common.ArchivePath, ReleaseAssert.Token),
            await File.ReadAllBytesAsync(repository.Git.Combine("helm/web/charts/common-1.0.1.tgz"), ReleaseAssert.Token));
    }

    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public async Task The_lock_and_the_archive_beside_it_stay_in_step_for_helm_too(string helm)
    {
        using var repository = await ChartRepository.CreateAsync("common");
        using var folder = new TemporaryFolder();
        repository.Depend("web", "common", "~1.0.0");
        var chart = repository.Git.Combine("helm/web");
        await RealHelm.RunAsync(helm, folder, ["dependency", "update", chart], ReleaseAssert.Token);
        await repository.Git.CommitAsync("feat: first");
        await TagAllAsync(repository, "common", "web");
        await TouchAsync(repository, "common", "feat: more");

        var report = await repository.BumpAsync(Bumps.Auto);

        var web = ChartReader.Read(new WorkTreeChartSource(repository.Root), "helm/web");
        Assert.Equal(DependencyState.Satisfied, DependencyLock.StateOf(web));
        Assert.Equal(
            ["helm/web/Chart.lock", "helm/web/charts/common-1.0.0.tgz", "helm/web/charts/common-1.1.0.tgz"],
            report.Charts.Single(chart => chart.Name == "web").OtherFiles);
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
        await RealHelm.RunAsync(helm, folder, ["dependency", "build", chart], ReleaseAssert.Token);
        Assert.Equal("", await repository.Git.RunAsync("status", "--porcelain", "helm/web/Chart.lock", "helm/web/Chart.yaml"));
    }

    [Fact]
    public async Task An_archive_that_Git_ignores_is_left_alone()
    {
        using var repository = await ChartRepository.CreateAsync("common");
        using var folder = new TemporaryFolder();
        repository.Depend("web", "common", "~1.0.0");
        repository.Git.Write(".gitignore", "*.tgz\n");
        await RealHelm.RunAsync(RealHelm.V4, folder, ["dependency", "update", repository.Git.Combine("helm/web")], ReleaseAssert.Token);
        await repository.Git.CommitAsync("feat: first");

        var report = await repository.BumpAsync(Bumps.Patch);

        Assert.Equal(["helm/web/Chart.lock"], report.Charts.Single(chart => chart.Name == "web").OtherFiles);
        Assert.True(File.Exists(repository.Git.Combine("helm/web/charts/common-1.0.0.tgz")));
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task A_range_that_allows_no_local_version_is_an_error_and_nothing_is_touched()
    {
        using var repository = await ChartRepository.CreateAsync("common");
        repository.Depend("web", "common", "^2.0.0");
        var head = await repository.Git.CommitAsync("feat: first");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.DependencyOutOfStep, () => repository.BumpAsync(Bumps.Auto));

        Assert.Contains("web depends on common ^2.0.0, and helm/common has 1.0.0", failure.Found, StringComparison.Ordinal);
        Assert.Equal("helm/web/Chart.yaml", failure.Location!.File);
        await repository.AssertCleanAsync(head);
    }

    [Fact]
    public async Task Charts_that_depend_on_each_other_in_a_circle_are_told()
    {
        using var repository = await ChartRepository.CreateAsync();
        repository.Depend("a", "b", "1.0.0");
        repository.Depend("b", "a", "1.0.0");
        await repository.Git.CommitAsync("feat: first");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.InvalidChart, () => repository.BumpAsync(Bumps.Patch));

        Assert.Contains("a → b → a", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dependency_by_the_registry_of_the_run_is_one_too()
    {
        var on = new ChartDependency { Name = "common", Version = "1.x.x", Repository = "oci://registry.example.com/charts/" };
        using var repository = await ChartRepository.CreateAsync("common", "web");
        var source = new WorkTreeChartSource(repository.Root);
        var common = ChartReader.Read(source, "helm/common");
        var web = ChartReader.Read(source, "helm/web") is var read ? read with { Metadata = read.Metadata with { Dependencies = [on] } } : null!;

        var links = new ChartRelease.Release.Bumping.LocalLinks([common, web], [ChartRelease.Oci.TargetReference.Parse("oci://registry.example.com/charts")]);

        Assert.Equal((0, common), Assert.Single(links.Of(web)) is var link ? (link.Index, link.On) : default);
        Assert.Empty(new ChartRelease.Release.Bumping.LocalLinks([common, web], []).Of(web));
    }

    private static async Task TagAllAsync(ChartRepository repository, params string[] charts)
    {
        foreach (var chart in charts)
        {
            await repository.Git.TagAsync($"{chart}-1.0.0");
        }
    }

    private static Task<string> TouchAsync(ChartRepository repository, string chart, string message)
    {
        repository.Git.Write($"helm/{chart}/values.yaml", $"touched: {message}\n".Replace(": feat", " feat", StringComparison.Ordinal));
        return repository.Git.CommitAsync(message);
    }
}
