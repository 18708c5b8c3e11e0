using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Planning;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Bumping;
using ChartRelease.Tests.Release.Support;
using Semver;

namespace ChartRelease.Tests.Release.History;

/// <summary>
/// For any history: the planned next versions rise, cover every changed chart with those that depend on it and no other, the bump does what the
/// plan says, and what was done once is not done again.
/// </summary>
public sealed class ForecastPropertyTests
{
    private const int Rounds = 4;
    private const int StepsPerRound = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    [InlineData(20261128)]
    public async Task The_bump_does_what_the_plan_says_of_what_changed_and_of_nothing_else_and_only_once(int seed)
    {
        using var repository = await ChartRepository.CreateAsync("base", "one", "two");
        await AddDependentsAsync(repository);
        var life = new RandomReleases(repository, new SeededRandom(seed), new Dictionary<string, string?>
        {
            ["base"] = null,
            ["one"] = null,
            ["shop"] = "web",
            ["two"] = null,
            ["web"] = "base",
        });
        var highest = life.Charts.ToDictionary(chart => chart, _ => SemVersion.Parse("0.0.0"));
        for (var round = 0; round < Rounds; round++)
        {
            for (var step = 0; step < StepsPerRound; step++)
            {
                await life.StepAsync();
            }

            var plan = await PlanAsync(repository);
            List<string> changed = [.. life.Charts.Where(chart => life.IsReleased(chart) && life.HasChanged(chart))];
            Assert.Equal([$"seed {seed}, round {round}", .. changed], [$"seed {seed}, round {round}", .. Moves(plan).Select(chart => chart.Name)]);
            Assert.Empty(plan.Notices);

            var bumped = await BumpAsync(repository);
            Assert.Equal(Moves(plan), bumped.Charts.Select(chart => (chart.Name, chart.OldVersion, chart.NewVersion, chart.Why)).Order());
            await AssertSettledAsync(repository);

            foreach (var chart in life.Charts.Where(chart => !life.IsReleased(chart) || changed.Contains(chart)))
            {
                var next = plan.Charts.Single(planned => planned.Chart.Chart.Name == chart).Forecast!.Next.Version;
                Assert.True(next.ComparePrecedenceTo(highest[chart]) > 0, $"seed {seed}, round {round}: {chart} {next} after {highest[chart]}");
                highest[chart] = next;
                await life.ReleaseAsync(chart, $"{next}");
            }

            await AssertSettledAsync(repository);
        }
    }

    private static async Task AddDependentsAsync(ChartRepository repository)
    {
        using var folder = new TemporaryFolder();
        repository.Git.Write(".gitignore", "*.tgz\n");
        foreach (var (chart, on, range) in ((string, string, string)[])[("web", "base", "^1.0.0"), ("shop", "web", "1.0.0")])
        {
            repository.Depend(chart, on, range);
            await RealHelm.RunAsync(RealHelm.V4, folder, ["dependency", "update", repository.Git.Combine($"helm/{chart}")], ReleaseAssert.Token);
        }

        await repository.Git.CommitAsync("feat: charts that depend on others");
    }

    private static async Task AssertSettledAsync(ChartRepository repository)
    {
        var head = await repository.Git.HeadAsync();
        Assert.Empty(Moves(await PlanAsync(repository)));
        Assert.Empty((await BumpAsync(repository)).Charts);
        await repository.AssertCleanAsync(head);
    }

    private static IEnumerable<(string Name, string Old, string New, string Why)> Moves(ReleasePlan plan) => plan.Charts
        .Where(chart => chart.Forecast!.NeedsBump)
        .Select(chart => (chart.Chart.Chart.Name, chart.Chart.Chart.Version, $"{chart.Forecast!.Next.Version}", chart.Forecast.Next.Why));

    private static async Task<ReleasePlan> PlanAsync(ChartRepository repository)
    {
        await using var pipeline = Pipeline(repository);
        return await pipeline.PlanAsync(ReleaseAssert.Token);
    }

    private static async Task<BumpReport> BumpAsync(ChartRepository repository)
    {
        await using var pipeline = Pipeline(repository);
        return await pipeline.BumpAsync(Bumps.Auto, ReleaseAssert.Token);
    }

    private static ReleasePipeline Pipeline(ChartRepository repository) => repository.Pipeline(repository.Options with { TagPatterns = Histories.Named });
}
