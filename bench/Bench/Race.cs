using System.Globalization;
using ChartRelease.Testing;
using ChartRelease.Testing.Audit;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Bench;

/// <summary>Two whole processes publish different content under one version at the same time: never may both report success.</summary>
internal static class Race
{
    private const string Conflict = "another publisher has written this version";

    public static async Task<int> RunAsync(int races)
    {
        await using var registry = await DockerRegistry.StartAsync(CancellationToken.None);
        using var audit = new RegistryAudit(registry.Host);
        using var one = await RepositoryAsync("one");
        using var other = await RepositoryAsync("other");
        var winners = new int[3];
        var (raced, violations) = (0, new List<string>());
        for (var race = 1; race <= races; race++)
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"race/{race}");
            string[] arguments = ["--target=Publish", $"--registry=oci://{registry.Host}/{path}"];
            var runs = await Task.WhenAll(one.RunAsync(arguments), other.RunAsync(arguments));
            var won = runs.Count(static run => run.ExitCode == 0);
            winners[won]++;
            raced += runs.Any(static run => run.All.Contains(Conflict, StringComparison.Ordinal)) ? 1 : 0;

            var published = await audit.AuditAsync($"{path}/demo", CancellationToken.None);
            violations.AddRange(published.Faults);
            if (won == 2 || published.Tags.Count != 1)
            {
                violations.Add($"race {race}: {won} winners, {published.Tags.Count} tags\n{runs[0]}\n{runs[1]}");
            }
        }

        violations.ForEach(Console.WriteLine);
        Console.WriteLine($"{races} races of two processes: {winners[1]} with one winner, {winners[0]} with none; {raced} were noticed after both had found the version absent");
        Console.WriteLine($"races with two winners: {winners[2]} (aim 0), violations: {violations.Count} (aim 0)");
        return violations.Count == 0 ? 0 : 1;
    }

    private static async Task<ReleaseRepository> RepositoryAsync(string publisher)
    {
        var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("helm/demo/Chart.yaml", SmallChart.Metadata().Replace("A chart for tests", $"A chart of {publisher}", StringComparison.Ordinal));
        await repository.Git.CommitAsync($"feat: the chart of {publisher}");
        return repository;
    }
}
