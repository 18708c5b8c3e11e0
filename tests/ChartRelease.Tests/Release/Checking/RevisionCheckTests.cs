using ChartRelease.Release;
using ChartRelease.Release.Checking;
using ChartRelease.Tests.Release.History;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Checking;

/// <summary>The check that a pull request gets: from the command line's settings to the verdicts.</summary>
public sealed class RevisionCheckTests
{
    [Fact]
    public async Task A_chart_that_changed_without_a_new_version_is_told_with_its_commits()
    {
        using var repository = await ChartRepository.CreateAsync("kept", "raised", "stale");
        await BranchAsync(repository);
        await repository.ChangeAsync("feat: stale", "1", "stale");
        await repository.ChangeAsync("feat: raised", "1", "raised");
        repository.WriteChart("raised", "1.1.0");
        repository.WriteChart("fresh");
        await repository.Git.CommitAsync("chore: version");

        var report = await CheckAsync(repository);

        Assert.Equal(
            [("fresh", CheckVerdict.New), ("kept", CheckVerdict.Unchanged), ("raised", CheckVerdict.Raised), ("stale", CheckVerdict.BumpNeeded)],
            report.Charts.Select(chart => (chart.Name, chart.Verdict)));
        Assert.Equal(["feat: stale"], report.Charts[3].Commits.Subjects());
        var failure = ReleaseAssert.Fails(FailureReason.InvalidVersion, report.ThrowIfBumpNeeded);
        Assert.Contains("stale changed since main", failure.Found, StringComparison.Ordinal);
        Assert.Contains("feat: stale", failure.Found, StringComparison.Ordinal);
        Assert.Contains("--bump=auto --charts=helm/stale; with --bump=patch if it was never released", failure.Next, StringComparison.Ordinal);
        Assert.Equal("helm/stale/Chart.yaml", failure.Location!.File);
    }

    [Fact]
    public async Task What_the_other_branch_got_meanwhile_does_not_count()
    {
        using var repository = await ChartRepository.CreateAsync("demo", "other");
        await BranchAsync(repository);
        await repository.ChangeAsync("fix: mine", "1", "other");
        await repository.Git.RunAsync("checkout", "--quiet", "main");
        await repository.ChangeAsync("fix: theirs", "1");
        await repository.Git.RunAsync("checkout", "--quiet", "topic");

        var report = await CheckAsync(repository);

        Assert.Equal([CheckVerdict.Unchanged, CheckVerdict.BumpNeeded], report.Charts.Select(chart => chart.Verdict));
    }

    [Fact]
    public async Task What_helmignore_leaves_out_is_no_change()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        repository.Git.Write("helm/demo/.helmignore", "ci/\n");
        await repository.Git.CommitAsync();
        await BranchAsync(repository);
        await repository.ChangeAsync("test: values", "1", file: "ci/values.yaml");

        Assert.Equal(CheckVerdict.Unchanged, Assert.Single((await CheckAsync(repository)).Charts).Verdict);
    }

    [Fact]
    public async Task A_chart_that_moved_needs_no_new_version_and_a_lower_one_is_none()
    {
        using var repository = await ChartRepository.CreateAsync("demo", "lower");
        await BranchAsync(repository);
        Directory.CreateDirectory(repository.Git.Combine("charts"));
        await repository.Git.RunAsync("mv", "helm/demo", "charts/demo");
        repository.WriteChart("lower", "0.9.0");
        await repository.Git.CommitAsync("refactor: move");

        var report = await CheckAsync(repository);

        Assert.Equal([("charts/demo", CheckVerdict.Unchanged), ("helm/lower", CheckVerdict.BumpNeeded)], report.Charts.Select(chart => (chart.Folder, chart.Verdict)).Order());
        Assert.Contains("0.9.0, after 1.0.0", ReleaseAssert.Fails(FailureReason.InvalidVersion, report.ThrowIfBumpNeeded).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_is_unknown_or_unrelated_is_an_error_and_a_hidden_one_names_the_depth()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await BranchAsync(repository);
        await repository.ChangeAsync("fix: x", "1");
        await repository.Git.RunAsync("checkout", "--quiet", "--orphan", "alone");
        await repository.Git.CommitAsync("alone");
        using var shallow = await repository.Git.CloneAsync(1, "--no-single-branch");

        await ReleaseAssert.FailsAsync(FailureReason.RevisionNotFound, () => CheckAsync(repository, "nowhere"));
        var unrelated = await ReleaseAssert.FailsAsync(FailureReason.RevisionNotFound, () => CheckAsync(repository));
        var hidden = await ReleaseAssert.FailsAsync(FailureReason.ShallowClone, () => CheckAsync(repository, "origin/main", shallow.Path));

        Assert.Contains("no commit in common", unrelated.Found, StringComparison.Ordinal);
        Assert.Contains("fetch-depth: 0", hidden.Next, StringComparison.Ordinal);
    }

    private static Task<string> BranchAsync(ChartRepository repository) => repository.Git.RunAsync("checkout", "--quiet", "-b", "topic");

    private static async Task<CheckReport> CheckAsync(ChartRepository repository, string since = "main", string? folder = null)
    {
        var options = repository.Options with { WorkingDirectory = folder ?? repository.Root, Plan = new PlanRequest { Check = true, Since = since } };
        await using var pipeline = repository.Pipeline(options);
        return (await pipeline.PlanAsync(ReleaseAssert.Token)).Check!;
    }
}
