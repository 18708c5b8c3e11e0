using ChartRelease.Release.Planning;
using ChartRelease.Testing;
using ChartRelease.Tests.Release.Support;
using Semver;
using static ChartRelease.Tests.Release.History.Histories;

namespace ChartRelease.Tests.Release.History;

/// <summary>For any history: the next versions rise, cover every changed chart and no other, and what was executed is not planned again.</summary>
public sealed class ForecastPropertyTests
{
    private const int Rounds = 5;
    private const int StepsPerRound = 4;

    [Theory]
    [InlineData(1)]
    [InlineData(77)]
    [InlineData(20261128)]
    public async Task Next_versions_cover_what_changed_and_nothing_else_and_only_once(int seed)
    {
        var random = new SeededRandom(seed);
        string[] charts = ["a", "b", "c"];
        using var repository = await ChartRepository.CreateAsync(charts);
        var life = new RandomReleases(repository, random, charts);
        var highest = charts.ToDictionary(chart => chart, _ => SemVersion.Parse("0.0.0"));
        for (var round = 0; round < Rounds; round++)
        {
            for (var step = 0; step < StepsPerRound; step++)
            {
                await life.StepAsync();
            }

            var planned = await ForecastsAsync(repository);
            foreach (var (chart, forecast) in planned)
            {
                var isNew = !life.Released.Contains(chart);
                Assert.Equal((chart, !isNew && life.HasChanged(chart)), (chart, forecast.NeedsBump));
                Assert.Equal(isNew ? null : life.HasChanged(chart), forecast.History.HasChanged);
                if (isNew || forecast.NeedsBump)
                {
                    Assert.True(forecast.Next.Version.ComparePrecedenceTo(highest[chart]) > 0, $"seed {seed}: {chart} {forecast.Next.Version} after {highest[chart]}");
                }
            }

            List<string> moved = [.. planned.Where(pair => pair.Value.NeedsBump || pair.Value.History.LastRelease is null).Select(pair => pair.Key)];
            await ExecuteAsync(repository, life, planned, moved);
            moved.ForEach(chart => highest[chart] = planned[chart].Next.Version);

            Assert.All(await ForecastsAsync(repository), pair => Assert.Equal(
                (pair.Key, false, false, $"{highest[pair.Key]}"), (pair.Key, pair.Value.NeedsBump, pair.Value.History.HasChanged, $"{pair.Value.Next.Version}")));
        }
    }

    private static async Task ExecuteAsync(
        ChartRepository repository, RandomReleases life, Dictionary<string, ChartForecast> planned, List<string> moved)
    {
        moved.ForEach(chart => life.SetVersion(chart, $"{planned[chart].Next.Version}"));
        await repository.Git.CommitAsync("chore: release");
        foreach (var chart in moved)
        {
            await life.ReleaseAsync(chart);
        }
    }

    private static async Task<Dictionary<string, ChartForecast>> ForecastsAsync(ChartRepository repository) =>
        (await ReadAsync(repository)).Charts.ToDictionary(chart => chart.Name, ChartForecast.Of, StringComparer.Ordinal);
}
