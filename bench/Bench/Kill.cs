using System.Globalization;
using ChartRelease.Testing;
using ChartRelease.Testing.Kill;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Bench;

/// <summary>Kills runs at random moments, and the registry in the middle of runs; nothing incomplete may be left, and the next run has to converge.</summary>
internal static class Kill
{
    // A kill in an image layout is the cheaper half of the subject: there is no upload.
    private const int LayoutShare = 4;

    public static async Task<int> RunAsync(int rounds, int restarts, int seed)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rounds} kills, {restarts} restarts of the registry, seed {seed}"));
        await using var registry = await DockerRegistry.StartAsync(CancellationToken.None);
        using var registryTarget = new RegistryKillTarget(registry);
        using var folder = new TemporaryFolder();

        var inRegistry = await KillRounds.RunAsync(registryTarget, rounds - (rounds / LayoutShare), seed, CancellationToken.None);
        Tell("registry", inRegistry);
        var inLayout = await KillRounds.RunAsync(new LayoutKillTarget(folder), rounds / LayoutShare, seed, CancellationToken.None);
        Tell("image layout", inLayout);

        await using var restarted = await DockerRegistry.StartAsync(CancellationToken.None);
        var underRuns = await RestartRounds.RunAsync(restarted, restarts, seed, CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"registry killed {underRuns.Rounds} times: {underRuns.Succeeded} runs succeeded ({underRuns.Retried} of them by retries), {underRuns.Failed} failed and said so; {underRuns.EmptyTags} tags left empty by the registry, filled by the next run"));

        List<string> violations = [.. inRegistry.Violations, .. inLayout.Violations, .. underRuns.Violations];
        foreach (var violation in violations)
        {
            Console.WriteLine(violation);
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"violations: {violations.Count} of {inRegistry.Rounds + inLayout.Rounds + underRuns.Rounds} rounds (aim 0)"));
        return violations.Count == 0 ? 0 : 1;
    }

    private static void Tell(string target, KillReport report) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{target}: a run takes {report.Duration.TotalMilliseconds:F0} ms; {report.Rounds} kills: {report.Before} before anything was stored, {report.While} while ({report.BetweenCharts} with some of {KillRounds.ChartCount} charts published), {report.After} after the end"));
}
