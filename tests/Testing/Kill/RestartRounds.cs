using ChartRelease.Testing.Registry;

namespace ChartRelease.Testing.Kill;

/// <summary>Kills the registry in the middle of runs, and starts it again on the same port and storage.</summary>
public static class RestartRounds
{
    // Retries outlast the shorter absences; in every fourth round the registry stays away until the run has given up or ended.
    private const int StaysAway = 4;
    private static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(3);

    /// <summary>Runs rounds; each is a run whose registry dies, an audit, one more run, an undisturbed run to another path, and their comparison.</summary>
    /// <param name="registry">The registry; it runs at the end.</param>
    /// <param name="rounds">How many.</param>
    /// <param name="seed">Seed of the moments.</param>
    /// <param name="cancellationToken">Ends it after a round.</param>
    public static async Task<RestartReport> RunAsync(DockerRegistry registry, int rounds, int seed, CancellationToken cancellationToken)
    {
        using var target = new RegistryKillTarget(registry);
        using var repository = await PublishRound.CreateRepositoryAsync();
        var random = new SeededRandom(seed);
        var report = new RestartReport { Seed = seed };
        var duration = await KillRounds.MeasureAsync(repository, target, cancellationToken);
        for (var number = 1; number <= rounds; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var round = new PublishRound(repository, target, number, report.Violations);
            await round.ChangeAsync();
            var absence = number % StaysAway == 0 ? null : (TimeSpan?)random.Moment(LongestAbsence);
            var result = await DisturbAsync(round, registry, random.Moment(duration), absence, cancellationToken);
            Count(report, round, result);
            report.EmptyTags += await round.AuditRestartedAsync(cancellationToken);
            await round.ConvergeAsync(cancellationToken);
        }

        return report;
    }

    private static async Task<HostResult> DisturbAsync(
        PublishRound round, DockerRegistry registry, TimeSpan moment, TimeSpan? absence, CancellationToken cancellationToken)
    {
        await using var run = await round.StartAsync();
        var end = run.EndAsync();
        await Task.Delay(moment, cancellationToken);
        await registry.KillAsync();
        await (absence is { } time ? Task.Delay(time, cancellationToken) : end);
        await registry.RestartAsync(cancellationToken);
        return await end;
    }

    private static void Count(RestartReport report, PublishRound round, HostResult result)
    {
        if (result.ExitCode == 0)
        {
            report.Succeeded++;
            report.Retried += result.All.Contains("trying again", StringComparison.Ordinal) ? 1 : 0;
        }
        else
        {
            report.Failed++;
            if (result.ExitCode != 1 || !result.All.Contains("Expected: ", StringComparison.Ordinal))
            {
                round.Violate($"a failure that is not told as one: {result}");
            }
        }
    }
}
