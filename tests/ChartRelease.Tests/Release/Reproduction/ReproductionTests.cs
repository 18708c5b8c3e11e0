using System.IO.Compression;
using ChartRelease.Release;
using ChartRelease.Release.Reproduction;
using ChartRelease.Testing;
using ChartRelease.Testing.Archives;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reproduction;

public sealed class ReproductionTests
{
    [Fact]
    public async Task What_was_released_is_identical_also_after_later_commits_and_moves()
    {
        using var given = await Reproductions.CreateAsync();
        await given.PublishAsync();
        var released = await given.Repository.Git.HeadAsync();
        given.Repository.Git.Write("helm/app/values.yaml", "greeting: other\n");
        await given.Repository.Git.RunAsync("mv", "helm/app", "elsewhere");
        await given.Repository.Git.CommitAsync("later");

        var report = await given.ReproduceAsync();

        report.ThrowIfFailed();
        var chart = Assert.Single(report.Charts);
        Assert.Equal((ReproductionOutcome.Identical, released, chart.Published), (chart.Outcome, chart.Commit, chart.Rebuilt));
        Assert.Empty(chart.Differences);
        Assert.False(Directory.Exists(given.Repository.Git.Combine("artifacts/charts/app-1.0.0.tgz")));
    }

    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public async Task What_helm_packaged_has_the_same_content_and_other_stamps(string helm)
    {
        using var given = await Reproductions.CreateAsync();
        using var folder = new TemporaryFolder();
        await RealHelm.RunAsync(helm, folder, ["package", await VendorAsync(helm, folder, given)], ReleaseAssert.Token);
        await given.PublishAsync(await File.ReadAllBytesAsync(folder.Combine("app-1.0.0.tgz"), ReleaseAssert.Token));

        var chart = await given.ReproduceOneAsync("HEAD");

        Assert.Equal(ReproductionOutcome.SameContent, chart.Outcome);
        Assert.Superset(
            new HashSet<DifferenceKind> { DifferenceKind.Annotation, DifferenceKind.EntryHeader },
            chart.Differences.Select(difference => difference.Kind).ToHashSet());
        Assert.Contains(chart.Differences, difference => difference is { Kind: DifferenceKind.Unpacked, Name: "charts/sub-0.1.0.tgz" });
        Assert.Contains(chart.Differences, difference => difference is { Kind: DifferenceKind.Rewritten, Name: "Chart.yaml" } && difference.Diff!.Contains("+# A comment", StringComparison.Ordinal));
        Assert.Contains(chart.Differences, difference => difference is { Kind: DifferenceKind.GzipHeader, Name: "comment", Published: "Helm" });
        Assert.Equal(FailureReason.VerificationFailed, chart.Failure!.Reason);
    }

    [Fact]
    public async Task Other_content_is_named_file_by_file_with_the_lines()
    {
        using var given = await Reproductions.CreateAsync();
        var commit = await given.Repository.Git.HeadAsync();
        await given.PublishAsync(
            new TarBuilder().Add("app/Chart.yaml", "apiVersion: v2\nname: app\nversion: 1.0.0\nappVersion: \"2\"\n")
                .Add("app/values.yaml", "greeting: \u001b[31mevil\ncolor: blue\n").Add("app/binary", "a\0b").Gzip(),
            revision: commit);

        var chart = await given.ReproduceOneAsync();

        Assert.Equal(ReproductionOutcome.Different, chart.Outcome);
        var files = chart.Differences.Where(difference => difference.Kind == DifferenceKind.File).ToList();
        Assert.Equal(["Chart.yaml", "binary", "templates/config.yaml", "values.yaml"], files.Select(file => file.Name));
        Assert.Equal("@@ -1,2 +1,2 @@\n-greeting: \\u001b[31mevil\n+greeting: hello\n color: blue", files[3].Diff);
        Assert.Equal((null, null), (files[1].Rebuilt, files[2].Published));
        Assert.Contains("values.yaml", chart.Failure!.Found, StringComparison.Ordinal);
        Assert.True(chart.Differences.TakeWhile(difference => difference.IsContent).Count() >= files.Count);
    }

    [Fact]
    public async Task The_same_files_compressed_by_another_are_told_from_other_content()
    {
        using var given = await Reproductions.CreateAsync();
        using var tar = new MemoryStream();
        await using (var gzip = new GZipStream(new MemoryStream(await given.ArchiveAsync()), CompressionMode.Decompress))
        {
            await gzip.CopyToAsync(tar, ReleaseAssert.Token);
        }

        await given.PublishAsync(TarBuilder.Gzip(tar.ToArray()), revision: await given.Repository.Git.HeadAsync());

        var chart = await given.ReproduceOneAsync();

        Assert.Equal(ReproductionOutcome.SameContent, chart.Outcome);
        Assert.All(chart.Differences, difference => Assert.True(
            difference.Kind is DifferenceKind.Annotation or DifferenceKind.GzipHeader or DifferenceKind.Encoding, difference.ToString()));
    }

    [Fact]
    public async Task A_config_that_says_something_else_than_the_chart_is_other_content()
    {
        using var given = await Reproductions.CreateAsync();
        await given.PublishAsync(
            await given.ArchiveAsync(), revision: await given.Repository.Git.HeadAsync(), config: """{"name":"app","version":"6.6.6","apiVersion":"v2","appVersion":"1"}""");

        var chart = await given.ReproduceOneAsync();

        Assert.Equal(ReproductionOutcome.Different, chart.Outcome);
        Assert.Contains("6.6.6", Assert.Single(chart.Differences, difference => difference.IsContent).Diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_was_set_for_the_build_has_to_be_named()
    {
        using var given = await Reproductions.CreateAsync();
        var set = new BumpRequest(null, "2.0.0", "v7", false);
        await given.PublishAsync(await OverriddenAsync(given, set), "2.0.0", await given.Repository.Git.HeadAsync());

        var silent = await given.ReproduceOneAsync();
        var named = await given.ReproduceOneAsync(set: set);

        Assert.Equal(ReproductionOutcome.Different, silent.Outcome);
        Assert.Contains("--chart-version", silent.Failure!.Next, StringComparison.Ordinal);
        Assert.DoesNotContain(named.Differences, difference => difference.Kind == DifferenceKind.File);
    }

    [Theory]
    [InlineData(null, "--commit=REV")]
    [InlineData("main", "--commit=REV")]
    [InlineData("--upload-pack=evil", "--commit=REV")]
    [InlineData("1111111111111111111111111111111111111111", "git fetch")]
    public async Task Without_a_commit_of_this_repository_nothing_can_be_told(string? revision, string next)
    {
        using var given = await Reproductions.CreateAsync();
        await given.PublishAsync(await given.ArchiveAsync(), revision: revision);

        var chart = await given.ReproduceOneAsync();

        Assert.Equal((ReproductionOutcome.Failed, FailureReason.RevisionNotFound), (chart.Outcome, chart.Failure!.Reason));
        Assert.Contains(next, chart.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shallow_clone_says_how_to_get_the_commit()
    {
        using var given = await Reproductions.CreateAsync();
        await given.PublishAsync();
        await given.Repository.Git.CommitAsync("later");
        using var clone = await given.Repository.Git.CloneAsync(depth: 1);

        var chart = Assert.Single((await given.ReproduceAsync(root: clone.Path)).Charts);

        Assert.Equal(FailureReason.ShallowClone, chart.Failure!.Reason);
        Assert.Contains("fetch-depth: 0", chart.Failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_without_the_chart_or_with_two_of_its_name_is_an_error()
    {
        using var given = await Reproductions.CreateAsync();
        await given.PublishAsync();
        await given.Repository.Git.RunAsync("rm", "-r", "--quiet", "helm");
        await given.Repository.Git.CommitAsync("gone");
        Assert.Equal(FailureReason.ChartNotFound, (await given.ReproduceOneAsync("HEAD")).Failure!.Reason);

        foreach (var folder in new[] { "one", "two" })
        {
            given.Repository.Git.Write($"{folder}/Chart.yaml", ChartRepository.ChartYaml("app"));
        }

        await given.Repository.Git.CommitAsync("twice");
        Assert.Contains("one, two", (await given.ReproduceOneAsync("HEAD")).Failure!.Found, StringComparison.Ordinal);
    }

    private static async Task<string> VendorAsync(string helm, TemporaryFolder folder, Reproductions given)
    {
        await RealHelm.RunAsync(helm, folder, ["create", "sub"], ReleaseAssert.Token);
        await RealHelm.RunAsync(helm, folder, ["package", "sub", "--destination", given.Repository.Git.Combine("helm/app/charts")], ReleaseAssert.Token);
        await given.Repository.Git.CommitAsync("feat: a dependency");
        return given.Repository.Git.Combine("helm/app");
    }

    private static async Task<byte[]> OverriddenAsync(Reproductions given, BumpRequest set)
    {
        var state = await given.Repository.StateAsync();
        await using var committed = state.Repository.OpenSource(state.Tree);
        using var archive = new MemoryStream();
        var chart = ChartRelease.Charts.ChartVersionOverride.Apply(ChartRelease.Charts.ChartReader.Read(committed, "helm/app"), set.ChartVersion, set.AppVersion);
        ChartRelease.Charts.Archive.ChartArchiveWriter.Write(chart, archive, ReleaseAssert.Token);
        return archive.ToArray();
    }
}
