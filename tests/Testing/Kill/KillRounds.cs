using System.Diagnostics;

namespace ChartRelease.Testing.Kill;

/// <summary>Kills real runs with SIGKILL at random moments, and looks at what they leave and whether the next run puts it right.</summary>
public static class KillRounds
{
    /// <summary>Charts of every run.</summary>
    public const int ChartCount = PublishRound.ChartCount;

    // Rounds whose runs are not disturbed, with numbers that the others do not reach.
    private const int Measured = 3;
    private const int FirstMeasured = 1_000_000;

    /// <summary>Runs rounds; each is a killed run, an audit, one more run, an undisturbed run to another path, and their comparison.</summary>
    /// <param name="target">Where the runs publish to.</param>
    /// <param name="rounds">How many.</param>
    /// <param name="seed">Seed of the moments, which are spread evenly over the time a run takes.</param>
    /// <param name="cancellationToken">Ends it after a round.</param>
    public static async Task<KillReport> RunAsync(IKillTarget target, int rounds, int seed, CancellationToken cancellationToken)
    {
        using var repository = await PublishRound.CreateRepositoryAsync();
        var random = new SeededRandom(seed);
        var report = new KillReport { Seed = seed, Duration = await MeasureAsync(repository, target, cancellationToken) };
        for (var number = 1; number <= rounds; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var round = new PublishRound(repository, target, number, report.Violations);
            await round.ChangeAsync();
            var isKilled = await KillAsync(round, random.Moment(report.Duration), cancellationToken);
            var left = await round.AuditAsync("after the kill", cancellationToken);
            Count(report, isKilled, round.IsTouched, left.Count);
            await round.ConvergeAsync(cancellationToken);
        }

        return report;
    }

    /// <summary>How long a run takes; the median of a few.</summary>
    internal static async Task<TimeSpan> MeasureAsync(ReleaseRepository repository, IKillTarget target, CancellationToken cancellationToken)
    {
        var times = new List<TimeSpan>();
        for (var measured = 0; measured < Measured; measured++)
        {
            var violations = new List<string>();
            var round = new PublishRound(repository, target, FirstMeasured + measured, violations);
            await round.ChangeAsync();
            var clock = Stopwatch.StartNew();
            await using var run = await round.StartAsync();
            var result = await run.EndAsync();
            times.Add(clock.Elapsed);
            if (result.ExitCode != 0 || (await round.AuditAsync("undisturbed", cancellationToken)).Count != ChartCount || violations.Count > 0)
            {
                throw new InvalidOperationException($"An undisturbed run does not publish: {result}\n{string.Join('\n', violations)}");
            }
        }

        return times.Order().ElementAt(Measured / 2);
    }

    private static async Task<bool> KillAsync(PublishRound round, TimeSpan moment, CancellationToken cancellationToken)
    {
        await using var run = await round.StartAsync();
        var end = run.EndAsync();
        await Task.Delay(moment, cancellationToken);
        await run.KillGroupAsync();
        var result = await end;

        // 128 + SIGKILL.
        var isKilled = result.ExitCode == 137;
        if (!isKilled && result.ExitCode != 0)
        {
            round.Violate($"the run that was to be killed fails by itself: {result}");
        }

        return isKilled;
    }

    private static void Count(KillReport report, bool isKilled, bool isTouched, int published)
    {
        if (!isKilled)
        {
            report.After++;
        }
        else if (!isTouched)
        {
            report.Before++;
        }
        else
        {
            report.While++;
            report.BetweenCharts += published > 0 && published < ChartCount ? 1 : 0;
        }
    }
}
