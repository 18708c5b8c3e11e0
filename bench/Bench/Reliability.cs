using System.Collections.Concurrent;
using ChartRelease.Faults.Reporting;
using ChartRelease.Faults.Runs;
using ChartRelease.Faults.Scenarios;
using ChartRelease.Testing;

namespace ChartRelease.Bench;

/// <summary>Runs every scenario for ours and for both helms, and writes docs/reliability.md.</summary>
internal static class Reliability
{
    private const int AtOnce = 4;

    private static readonly Client _ours = new("ours", IsTimed: false);

    private static readonly (Client Client, string Version)[] _helms =
    [
        (new($"helm {RealHelm.V4}", IsTimed: true), RealHelm.V4),
        (new($"helm {RealHelm.V3}", IsTimed: true), RealHelm.V3),
    ];

    public static async Task<int> RunAsync()
    {
        await using var bed = await FaultBed.StartAsync(CancellationToken.None);
        var results = new ConcurrentDictionary<(Scenario Scenario, Client Client), RunResult>();
        var runs = AllScenarios.InOrder.SelectMany(scenario => _helms.Select(helm => helm.Client).Prepend(_ours).Select(client => (scenario, client)));
        await Parallel.ForEachAsync(runs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (run, cancellationToken) =>
        {
            results[run] = await RunAsync(bed, run.scenario, run.client, cancellationToken);
            await Console.Error.WriteLineAsync($"{run.client.Name}: {run.scenario}: {Cell.Of(run.scenario, results[run], run.client)}");
        });

        // A page that says of ours what the tests do not hold would be worth nothing.
        var wrong = AllScenarios.InOrder
            .Where(scenario => Cell.Of(scenario, results[(scenario, _ours)], _ours) != Cell.Expected(scenario) || results[(scenario, _ours)].Held != scenario.Expected)
            .ToList();
        foreach (var scenario in wrong)
        {
            await Console.Error.WriteLineAsync($"\nnot as expected: {scenario}: {results[(scenario, _ours)]}");
        }

        var page = new ReliabilityPage([_ours, .. _helms.Select(helm => helm.Client)], results).Render();
        var path = Path.Combine(TestTools.RepositoryRoot, wrong.Count == 0 ? ReliabilityPage.Path : ".build/reliability.md");
        await AtomicFile.WriteAsync(path, System.Text.Encoding.UTF8.GetBytes(page), CancellationToken.None);
        Console.WriteLine($"written: {path}");
        return wrong.Count == 0 ? 0 : 1;
    }

    private static Task<RunResult> RunAsync(FaultBed bed, Scenario scenario, Client client, CancellationToken cancellationToken) => client == _ours
        ? OurRun.RunAsync(bed, scenario, cancellationToken)
        : HelmRun.RunAsync(bed, scenario, _helms.Single(helm => helm.Client == client).Version, cancellationToken);
}
