using ChartRelease.Charts.Archive;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Dependencies;

public sealed class DependencyStageTests : IDisposable
{
    private readonly DependencyBed _bed = new();

    [Fact]
    public async Task A_chart_that_needs_nothing_is_left_alone()
    {
        _bed.Write("app");
        await using var stage = _bed.Stage();
        var chart = _bed.Read("app");

        Assert.Same(chart, (await stage.CompleteAsync(chart, DependencyBed.Alone, ReleaseAssert.Token)).Chart);
    }

    [Fact]
    public async Task Where_charts_holds_what_is_locked_nothing_is_fetched()
    {
        _bed.Write("app", DependencyBed.On("https://127.0.0.1:9/charts"));
        await WriteAsync("helm/app/charts/any-name.tgz", DependencyBed.Archive());
        var complete = await _bed.CompleteAsync();

        Assert.Empty(complete.Fetched);
        Assert.Equal(["Chart.yaml", "Chart.lock", "charts/any-name.tgz"], complete.Chart.Files.Select(file => file.Path));
    }

    [Fact]
    public async Task Dependencies_without_a_lock_are_refused_with_the_command_that_makes_one()
    {
        _bed.Write("app", DependencyBed.On("file://../leaf"));
        File.Delete(_bed.Folder.Combine("helm/app/Chart.lock"));

        var failure = await _bed.FailsAsync(FailureReason.DependencyOutOfStep);

        Assert.Equal("helm/app/Chart.lock", failure.Location?.File);
        Assert.Contains("helm dependency update helm/app", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_of_other_dependencies_is_refused_with_the_command_that_mends_it()
    {
        _bed.Write("app", DependencyBed.On("file://../leaf"));
        _bed.Folder.Write("helm/app/Chart.yaml", (await File.ReadAllTextAsync(_bed.Folder.Combine("helm/app/Chart.yaml"), ReleaseAssert.Token))
            .Replace("version: \"1.0.0\"\n    repository", "version: 1.1.x\n    repository", StringComparison.Ordinal));

        var failure = await _bed.FailsAsync(FailureReason.DependencyOutOfStep);

        Assert.Contains("helm dependency update helm/app", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_version_in_charts_is_refused_whatever_the_archive_is_named()
    {
        _bed.Write("app", DependencyBed.On("file://../leaf"));
        _bed.Write("leaf");
        await WriteAsync("helm/app/charts/leaf-1.0.0.tgz", DependencyBed.Archive(version: "0.9.0"));

        var failure = await _bed.FailsAsync(FailureReason.DependencyOutOfStep);

        Assert.Equal("helm/app/charts/leaf-1.0.0.tgz", failure.Location?.File);
        Assert.Contains("helm dependency build helm/app", failure.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no archive")]
    [InlineData("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")]
    public async Task What_cannot_be_read_in_charts_is_told_with_its_path(string content)
    {
        _bed.Write("app", DependencyBed.On("file://../leaf"));
        _bed.Folder.Write("helm/app/charts/leaf-1.0.0.tgz", content);

        Assert.Equal("helm/app/charts/leaf-1.0.0.tgz", (await _bed.FailsAsync(FailureReason.InvalidChart)).Location?.File);
    }

    [Fact]
    public async Task A_chart_of_the_repository_is_packaged_beside_the_chart_as_any_of_its_charts()
    {
        _bed.Write("app", DependencyBed.On("file://../leaf"));
        _bed.Write("leaf");

        var bytes = await _bed.FetchAsync();

        Assert.False(Directory.Exists(_bed.Folder.Combine("helm/app/charts")), "The chart folder was written to.");
        Assert.Equal(ChartArchiveWriter.Write(_bed.Read("leaf"), Stream.Null, ReleaseAssert.Token).Sha256, DependencyBed.Sha256(bytes));
        Assert.False(Directory.Exists(_bed.Cache), "What can be made again is not kept.");
    }

    [Fact]
    public async Task What_a_chart_of_the_repository_lacks_is_added_to_it()
    {
        _bed.Write("app", DependencyBed.On("file://../leaf"));
        _bed.Write("leaf", DependencyBed.On("file://../root", "root"));
        _bed.Write("root");

        var fetched = (await _bed.CompleteAsync()).Fetched;
        using var leaf = new MemoryStream(await _bed.FetchAsync());

        Assert.Equal(["leaf", "root"], fetched.Select(dependency => dependency.Name));
        Assert.Contains("charts/root-1.0.0.tgz", ChartArchiveReader.Read(leaf).Select(entry => entry.Path).ToList());
    }

    [Fact]
    public async Task A_locked_version_that_the_repository_has_left_is_refused()
    {
        _bed.Write("app", DependencyBed.On("file://../leaf", version: "0.9.0"));
        _bed.Write("leaf");

        var failure = await _bed.FailsAsync(FailureReason.DependencyOutOfStep);

        Assert.Contains("helm dependency update helm/app", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Charts_that_hold_each_other_are_refused()
    {
        _bed.Write("app", DependencyBed.On("file://../leaf"));
        _bed.Write("leaf", DependencyBed.On("file://../app", "app"));

        var failure = await _bed.FailsAsync(FailureReason.InvalidChart);

        Assert.Contains("helm/app → helm/leaf → helm/app", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dependency_without_a_repository_is_a_folder_whatever_range_was_locked()
    {
        _bed.Write("app", DependencyBed.On("", version: ">=0.1.0"));
        var failure = await _bed.FailsAsync(FailureReason.DependencyOutOfStep);
        Assert.Contains("charts/leaf", failure.Next, StringComparison.Ordinal);

        _bed.Folder.Write("helm/app/charts/leaf/Chart.yaml", ChartRepository.ChartYaml("leaf"));
        Assert.Empty((await _bed.CompleteAsync()).Fetched);
    }

    [Theory]
    [InlineData("s3://bucket/charts")]
    [InlineData("https://user:hunter2@127.0.0.1:9/charts")]
    public async Task A_repository_that_cannot_be_used_is_told_without_its_secrets(string repository)
    {
        _bed.Write("app", DependencyBed.On(repository));

        var failure = await _bed.FailsAsync(FailureReason.InvalidChart);

        Assert.DoesNotContain("hunter2", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", _bed.Log.Text, StringComparison.Ordinal);
    }

    public void Dispose() => _bed.Dispose();

    private async Task WriteAsync(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_bed.Folder.Combine(path))!);
        await File.WriteAllBytesAsync(_bed.Folder.Combine(path), content, ReleaseAssert.Token);
    }
}
