using ChartRelease.Release;
using ChartRelease.Tests.Release.History;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Bumping;

public sealed class BumpChangeLogTests
{
    private static readonly BumpRequest _both = Bumps.Auto with { ChangeLog = true, ArtifactHubChanges = true };

    [Fact]
    public async Task The_change_log_and_the_annotation_come_from_the_commits_in_the_same_commit()
    {
        using var repository = await ReleasedAsync();
        await repository.Git.RunAsync("remote", "add", "origin", "https://user:hunter2@github.com/acme/charts.git");
        var fix = await repository.ChangeAsync("fix(api): leak\n\nCloses #9", "2");

        var report = await repository.BumpAsync(_both);

        Assert.Equal(["helm/demo/CHANGELOG.md"], report.Charts[0].OtherFiles);
        Assert.EndsWith(
            $"## 1.0.1 - 2026-01-05\n\n### Fixed\n\n- api: leak ([{fix[..7]}](https://github.com/acme/charts/commit/{fix}), [#9](https://github.com/acme/charts/issues/9))\n",
            repository.Git.Read("helm/demo/CHANGELOG.md"),
            StringComparison.Ordinal);
        Assert.Contains(
            "annotations:\n  artifacthub.io/changes: |\n    - kind: fixed\n      description: \"api: leak\"\n      links:\n",
            repository.Git.Read("helm/demo/Chart.yaml"),
            StringComparison.Ordinal);
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Empty((await repository.BumpAsync(_both)).Charts);
        Assert.DoesNotContain("hunter2", repository.Git.Read("helm/demo/Chart.yaml") + repository.Git.Read("helm/demo/CHANGELOG.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_annotation_of_the_last_release_gives_way_and_one_for_this_release_stays()
    {
        using var repository = await ReleasedAsync("annotations:\n  artifacthub.io/changes: |\n    - kind: added\n      description: long ago\n");
        await repository.ChangeAsync("fix: first", "2");
        await repository.BumpAsync(_both);
        Assert.DoesNotContain("long ago", repository.Git.Read("helm/demo/Chart.yaml"), StringComparison.Ordinal);

        await repository.ChangeAsync("feat: second", "3");
        await repository.BumpAsync(_both);

        Assert.Equal("1.1.0", repository.Version("demo"));
        Assert.Contains(
            "    - kind: fixed\n      description: \"first\"\n    - kind: added\n      description: \"second\"\n",
            repository.Git.Read("helm/demo/Chart.yaml"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_tells_what_its_prereleases_told()
    {
        using var repository = await ReleasedAsync();
        await repository.ChangeAsync("feat: first", "2");
        await repository.BumpAsync(_both with { Kind = BumpKind.Prerelease });
        await repository.Git.TagAsync("demo-1.1.0-rc.1");
        await repository.ChangeAsync("fix: second", "3");

        var report = await repository.BumpAsync(_both with { Kind = BumpKind.Release });

        Assert.Equal("1.1.0", report.Charts[0].NewVersion);
        var log = repository.Git.Read("helm/demo/CHANGELOG.md");
        Assert.InRange(log.IndexOf("- second", StringComparison.Ordinal), 1, log.IndexOf("## 1.1.0-rc.1", StringComparison.Ordinal));
        Assert.Equal(2, log.Split("- first (").Length - 1);
    }

    [Fact]
    public async Task Without_the_settings_neither_is_written()
    {
        using var repository = await ReleasedAsync();
        await repository.ChangeAsync("fix: leak", "2");

        var report = await repository.BumpAsync(Bumps.Auto);

        Assert.Empty(report.Charts[0].OtherFiles);
        Assert.DoesNotContain("annotations", repository.Git.Read("helm/demo/Chart.yaml"), StringComparison.Ordinal);
    }

    private static async Task<ChartRepository> ReleasedAsync(string more = "")
    {
        var repository = await ChartRepository.CreateAsync();
        repository.Git.Write("helm/demo/Chart.yaml", ChartRepository.ChartYaml("demo") + more);
        await repository.Git.CommitAsync("feat: first");
        await repository.Git.TagAsync("demo-1.0.0");
        return repository;
    }
}
