using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reading;

public sealed class ReleaseReaderTests
{
    [Fact]
    public async Task Charts_are_read_by_name_each_with_the_last_commit_that_touched_it()
    {
        using var repository = await ChartRepository.CreateAsync("b", "a");
        var first = await repository.Git.HeadAsync();
        repository.WriteChart("b", "2.0.0");
        var second = await repository.Git.CommitAsync();

        var source = await repository.ReadAsync();

        Assert.Equal((repository.Root, second), (source.Root, source.Commit));
        Assert.Equal(
            [("a", "1.0.0", first), ("b", "2.0.0", second)],
            source.Charts.Select(chart => (chart.Chart.Name, chart.Chart.Version, chart.Origin?.Commit)));
    }

    [Fact]
    public async Task Dirty_charts_are_refused_with_their_names_and_files()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b", "c");
        repository.Git.Write("helm/a/values.yaml", "x: 1\n");
        repository.WriteChart("c", "2.0.0");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.UncommittedChanges, () => repository.ReadAsync());

        Assert.All(["helm/a/values.yaml", "helm/c/Chart.yaml"], file => Assert.Contains(file, failure.Found, StringComparison.Ordinal));
        Assert.DoesNotContain("helm/b", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chart_that_was_never_committed_is_refused_rather_than_forgotten()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.WriteChart("new");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.UncommittedChanges, () => repository.ReadAsync());

        Assert.Contains("helm/new", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_outside_the_charts_is_no_matter()
    {
        using var repository = await ChartRepository.CreateAsync("a", "ab");
        repository.Git.Write("README.md", "x");
        repository.Git.Write("helm/README.md", "x");

        Assert.Equal(2, (await repository.ReadAsync()).Charts.Count);
    }

    [Fact]
    public async Task With_allow_dirty_the_work_tree_is_read_and_claims_no_commit()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        repository.WriteChart("a", "2.0.0");
        repository.WriteChart("new", "3.0.0");

        var source = await repository.ReadAsync(repository.Options with { AllowDirty = true });

        Assert.Equal(
            [("a", "2.0.0", false), ("b", "1.0.0", true), ("new", "3.0.0", false)],
            source.Charts.Select(chart => (chart.Chart.Name, chart.Chart.Version, chart.Origin is not null)));
    }

    [Fact]
    public async Task With_allow_dirty_a_chart_without_its_Chart_yaml_is_not_passed_over()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        File.Delete(repository.Git.Combine("helm/a/Chart.yaml"));

        await ReleaseAssert.FailsAsync(FailureReason.ChartNotFound, () => repository.ReadAsync(repository.Options with { AllowDirty = true }));
    }

    [Fact]
    public async Task Two_charts_of_one_name_are_refused_with_both_folders()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.Write("charts/a/Chart.yaml", ChartRepository.ChartYaml("a"));
        await repository.Git.CommitAsync();

        var failure = await ReleaseAssert.FailsAsync(FailureReason.InvalidChart, () => repository.ReadAsync());

        Assert.Contains("helm/a", failure.Found, StringComparison.Ordinal);
        Assert.Contains("charts/a", failure.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"../x\"")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("/etc/passwd")]
    [InlineData("\"a\\\\b\"")]
    [InlineData("Upper")]
    public async Task A_name_that_could_leave_its_folder_is_refused(string name)
    {
        using var repository = await ChartRepository.CreateAsync();
        repository.Git.Write("helm/a/Chart.yaml", ChartRepository.ChartYaml(name));
        await repository.Git.CommitAsync();

        var failure = await ReleaseAssert.FailsAsync(FailureReason.InvalidChart, () => repository.ReadAsync());

        Assert.Equal("helm/a/Chart.yaml", failure.Location?.File);
    }

    [Theory]
    [InlineData("1.0", FailureReason.InvalidVersion)]
    [InlineData("v1.0.0", FailureReason.InvalidVersion)]
    [InlineData("1.0.0/../../x", FailureReason.InvalidChart)]
    public async Task A_version_that_is_none_is_refused(string version, FailureReason reason)
    {
        using var repository = await ChartRepository.CreateAsync();
        repository.WriteChart("a", version);
        await repository.Git.CommitAsync();

        var failure = await ReleaseAssert.FailsAsync(reason, () => repository.ReadAsync());

        Assert.Equal("helm/a/Chart.yaml", failure.Location?.File);
    }

    [Fact]
    public async Task A_named_revision_is_read_whatever_the_work_tree_holds()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var old = await repository.Git.HeadAsync();
        repository.WriteChart("a", "2.0.0");
        repository.WriteChart("later");
        await repository.Git.CommitAsync();
        repository.Git.Write("helm/a/values.yaml", "dirty: true\n");

        var source = await repository.ReadAsync(repository.Options with { Commit = old });

        var chart = Assert.Single(source.Charts);
        Assert.Equal(("a", "1.0.0", old), (chart.Chart.Name, chart.Chart.Version, chart.Origin?.Commit));
        Assert.Equal(old, source.Commit);
        Assert.Equal(["Chart.yaml"], chart.Chart.Files.Select(file => file.Path));
    }

    [Fact]
    public async Task A_revision_that_does_not_exist_is_refused()
    {
        using var repository = await ChartRepository.CreateAsync("a");

        await ReleaseAssert.FailsAsync(FailureReason.RevisionNotFound, () => repository.ReadAsync(repository.Options with { Commit = "v9" }));
    }

    [Fact]
    public async Task A_repository_without_charts_is_refused()
    {
        using var repository = await ChartRepository.CreateAsync();

        await ReleaseAssert.FailsAsync(FailureReason.ChartNotFound, () => repository.ReadAsync());
    }

    [Fact]
    public async Task A_chart_may_be_the_repository_itself()
    {
        using var repository = await ChartRepository.CreateAsync();
        repository.Git.Write("Chart.yaml", ChartRepository.ChartYaml("a"));
        var commit = await repository.Git.CommitAsync();

        var chart = Assert.Single((await repository.ReadAsync(repository.Options with { Charts = ["."] })).Charts);

        Assert.Equal(("a", "", commit), (chart.Chart.Name, chart.Chart.Path, chart.Origin?.Commit));
    }
}
