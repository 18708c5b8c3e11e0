using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;
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
    public async Task A_chart_comes_from_the_last_commit_that_touched_anything_in_it()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b", "leaf");
        LockLeaf(repository, "a");
        repository.Git.Write("common/x", "1");
        Directory.CreateDirectory(repository.Git.Combine("helm/b"));
        File.CreateSymbolicLink(repository.Git.Combine("helm/b/x"), "../../common/x");
        await repository.Git.CommitAsync();
        repository.Git.Write("helm/leaf/values.yaml", "x: 1\n");
        var leaf = await repository.Git.CommitAsync();
        repository.Git.Write("common/x", "2");
        var common = await repository.Git.CommitAsync();
        repository.Git.Write("common/y", "2");
        await repository.Git.CommitAsync();

        var source = await repository.ReadAsync();

        Assert.Equal([("a", leaf), ("b", common), ("leaf", leaf)], source.Charts.Select(chart => (chart.Chart.Name, chart.Origin!.Commit)));
        Assert.Equal([1, 0, 0], source.Charts.Select(chart => chart.Dependencies.Count));
    }

    [Fact]
    public async Task Where_two_branches_changed_a_chart_and_what_it_holds_the_merge_made_it()
    {
        using var repository = await ChartRepository.CreateAsync("a", "leaf");
        LockLeaf(repository, "a");
        await repository.Git.CommitAsync();
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "side");
        repository.Git.Write("helm/leaf/values.yaml", "x: 1\n");
        var leaf = await repository.Git.CommitAsync();
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        repository.Git.Write("helm/a/values.yaml", "x: 1\n");
        await repository.Git.CommitAsync();
        await repository.Git.RunAsync("merge", "--quiet", "--no-ff", "side", "--message", "merge");

        var source = await repository.ReadAsync();

        Assert.Equal([await repository.Git.HeadAsync(), leaf], source.Charts.Select(chart => chart.Origin!.Commit));
    }

    [Fact]
    public async Task An_uncommitted_change_of_what_a_chart_takes_in_counts_as_one_of_the_chart()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        repository.Git.Write("libs/leaf/Chart.yaml", ChartRepository.ChartYaml("leaf"));
        LockLeaf(repository, "a", "file://../../libs/leaf");
        await repository.Git.CommitAsync();
        repository.Git.Write("libs/leaf/values.yaml", "x: 1\n");

        var failure = await ReleaseAssert.FailsAsync(FailureReason.UncommittedChanges, () => repository.ReadAsync());
        Assert.Contains("libs/leaf/values.yaml", failure.Found, StringComparison.Ordinal);

        Assert.Null(Assert.Single((await repository.ReadAsync(repository.Options with { AllowDirty = true })).Charts).Origin);
    }

    [Fact]
    public async Task A_bare_clone_is_read_at_any_commit()
    {
        using var repository = await ChartRepository.CreateAsync("a");
        var old = await repository.Git.HeadAsync();
        repository.WriteChart("a", "2.0.0");
        var head = await repository.Git.CommitAsync();
        await repository.Git.RunAsync("clone", "--quiet", "--bare", ".", "bare.git");
        var options = repository.Options with { WorkingDirectory = repository.Git.Combine("bare.git") };

        var newest = Assert.Single((await repository.ReadAsync(options)).Charts);
        var oldest = Assert.Single((await repository.ReadAsync(options with { Commit = old })).Charts);

        Assert.Equal(("2.0.0", head), (newest.Chart.Version, newest.Origin!.Commit));
        Assert.Equal(("1.0.0", old), (oldest.Chart.Version, oldest.Origin!.Commit));
    }

    [Fact]
    public async Task A_Git_LFS_pointer_is_refused_when_it_is_packaged_or_read()
    {
        const string Pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
        using var repository = await ChartRepository.CreateAsync("a", "b");
        repository.Git.Write("helm/a/files/large.bin", Pointer);
        await repository.Git.CommitAsync();
        var state = await repository.StateAsync();
        await using var committed = state.Repository.OpenSource(state.Tree);
        var chart = ChartReader.Read(committed, "helm/a");
        var packaging = ReleaseAssert.Fails(FailureReason.InvalidChart, () => ChartArchiveWriter.Write(chart, Stream.Null, ReleaseAssert.Token));
        repository.Git.Write("helm/b/Chart.yaml", Pointer);
        await repository.Git.CommitAsync();
        var reading = await ReleaseAssert.FailsAsync(FailureReason.InvalidChart, () => repository.ReadAsync());

        Assert.Equal(("helm/a/files/large.bin", "helm/b/Chart.yaml"), (packaging.Location?.File, reading.Location?.File));
        Assert.All([packaging, reading], failure => Assert.Contains("Git LFS pointer", failure.Found, StringComparison.Ordinal));
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

    private static void LockLeaf(ChartRepository repository, string name, string place = "file://../leaf")
    {
        var dependency = new ChartDependency { Name = "leaf", Version = "1.0.0", Repository = place };
        var list = $"dependencies:\n- name: leaf\n  version: 1.0.0\n  repository: {place}\n";
        repository.Git.Write($"helm/{name}/Chart.yaml", ChartRepository.ChartYaml(name) + list);
        repository.Git.Write($"helm/{name}/Chart.lock", $"{list}digest: {DependencyDigest.Compute([dependency], [dependency])}\n");
    }
}
