using ChartRelease.Release;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Sharding;
using ChartRelease.Tests.Release.History;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release;

/// <summary>What the target Plan shows of real repositories, and how a saved plan is executed.</summary>
public sealed class OverviewTests
{
    [Fact]
    public async Task A_chart_that_changed_after_its_release_needs_a_bump_and_the_plan_says_which()
    {
        using var repository = await ChartRepository.CreateAsync("demo", "other");
        await PushAsync(repository);
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.ChangeAsync("feat: more", "1");
        await repository.ChangeAsync("fix: less", "2");

        var plan = await PlanAsync(repository);

        var (demo, other) = (plan.Charts[0], plan.Charts[1]);
        Assert.Equal((ReleaseAction.BumpNeeded, ReleaseAction.Skip), (demo.Action, other.Action));
        var words = PlanWords.Of(demo);
        Assert.Equal(("1.0.0", "2 (1 feat, 1 fix)", "1.1.0"), (words.Released, words.Changes, words.Next));
        Assert.Contains("feat: more", words.Why(demo.Targets[0]), StringComparison.Ordinal);
        Assert.Equal("", PlanWords.Of(other).Next);
        Assert.Contains("values.yaml added", demo.Targets[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_was_raised_enough_is_published_as_it_is()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        await PushAsync(repository);
        await repository.ChangeAsync("feat: more", "1");
        repository.WriteChart("demo", "1.1.0");
        await repository.Git.CommitAsync("chore: 1.1.0");

        var chart = Assert.Single((await PlanAsync(repository)).Charts);

        Assert.Equal(ReleaseAction.Publish, chart.Action);
        Assert.Equal(("1.0.0", "1.1.0"), (PlanWords.Of(chart).Released, PlanWords.Of(chart).Next));
    }

    [Fact]
    public async Task A_version_that_a_tag_names_elsewhere_is_not_published_again_where_it_is_absent()
    {
        using var repository = await ChartRepository.CreateAsync("demo", "same");
        await repository.Git.TagAsync("demo-1.0.0");
        await repository.Git.CommitAsync("docs: nothing");
        await repository.Git.TagAsync("same-1.0.0");
        await repository.ChangeAsync("feat: more", "1");
        var options = repository.Options with { TagPatterns = Histories.Named };
        await using var pipeline = repository.Pipeline(options);

        var failure = await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => pipeline.PushAsync(verifyFollows: false, ReleaseAssert.Token));
        var plan = await PlanAsync(repository, options);

        Assert.Contains("the Git tag demo-1.0.0 names", failure.Found, StringComparison.Ordinal);
        Assert.Equal([ReleaseAction.BumpNeeded, ReleaseAction.Publish], plan.Charts.Select(chart => chart.Action));
    }

    [Fact]
    public async Task A_saved_plan_is_executed_once_and_again_and_not_after_the_repository_moved()
    {
        using var repository = await ChartRepository.CreateAsync("demo");
        repository.Git.Write("plan.json", System.Text.Encoding.UTF8.GetString(ReleasePlanJson.Serialize(await PlanAsync(repository))));
        var options = repository.Options with { Plan = new PlanRequest { File = "plan.json" } };

        await PushAsync(repository, options);
        await PushAsync(repository, options);
        await repository.Git.CommitAsync("docs: moved");
        var failure = await ReleaseAssert.FailsAsync(FailureReason.PlanOutdated, () => PushAsync(repository, options));
        await ReleaseAssert.FailsAsync(FailureReason.InvalidSettings, () => PushAsync(repository, repository.Options with { Plan = new PlanRequest { File = "none.json" } }));

        Assert.Contains("the commit was", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shards_are_all_charts_and_none_twice()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b", "c", "d", "e");

        var shards = new List<IReadOnlyList<string>>();
        for (var index = 1; index <= 3; index++)
        {
            var plan = await PlanAsync(repository, repository.Options with { Plan = new PlanRequest { Shard = new Shard(index, 3) } });
            shards.Add([.. plan.Charts.Select(chart => chart.Chart.Chart.Name)]);
        }

        Assert.Equal(["a", "b", "c", "d", "e"], shards.SelectMany(names => names).Order());
        Assert.All(shards, names => Assert.InRange(names.Count, 1, 2));
    }

    [Fact]
    public async Task Charts_that_depend_on_each_other_in_a_circle_are_an_error_that_shows_it()
    {
        using var repository = await ChartRepository.CreateAsync("a", "b");
        Depend(repository, "a", "b");
        Depend(repository, "b", "a");
        await repository.Git.CommitAsync();

        var failure = await ReleaseAssert.FailsAsync(FailureReason.InvalidChart, () => PlanAsync(repository));

        Assert.Contains("a → b → a", failure.Found, StringComparison.Ordinal);
    }

    private static void Depend(ChartRepository repository, string chart, string on) => repository.Git.Write(
        $"helm/{chart}/Chart.yaml",
        $"{ChartRepository.ChartYaml(chart)}dependencies:\n  - name: {on}\n    version: 1.0.0\n    repository: file://../{on}\n");

    private static async Task PushAsync(ChartRepository repository, ReleaseOptions? options = null)
    {
        await using var pipeline = repository.Pipeline(options);
        await pipeline.PushAsync(verifyFollows: false, ReleaseAssert.Token);
    }

    private static async Task<ReleasePlan> PlanAsync(ChartRepository repository, ReleaseOptions? options = null)
    {
        await using var pipeline = repository.Pipeline(options);
        return (await pipeline.PlanAsync(ReleaseAssert.Token));
    }
}
