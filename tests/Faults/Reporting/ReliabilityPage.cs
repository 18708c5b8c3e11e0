using System.Globalization;
using System.Text;
using ChartRelease.Faults.Runs;
using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Faults.Reporting;

/// <summary>Writes docs/reliability.md from runs.</summary>
/// <param name="clients">The columns.</param>
/// <param name="results">The runs, by scenario and client.</param>
public sealed class ReliabilityPage(IReadOnlyList<Client> clients, IReadOnlyDictionary<(Scenario Scenario, Client Client), RunResult> results)
{
    /// <summary>Where it stands in the repository.</summary>
    public const string Path = "docs/reliability.md";

    private static readonly (string Name, Func<Verdict, bool> Is)[] _totals =
    [
        ("ended as it must", static verdict => verdict == Verdict.Right),
        ("did not make the request that goes wrong", static verdict => verdict == Verdict.NotMet),
        ("gave up where it could have gone on", static verdict => verdict == Verdict.GaveUp),
        ("said that it failed, but the chart is published", static verdict => verdict == Verdict.SaidFailed),
        ("said that it published, but the chart is not there", static verdict => verdict == Verdict.SaidPublished),
        ("overwrote another publisher's chart", static verdict => verdict == Verdict.Overwrote),
        ("hung", static verdict => verdict == Verdict.Hung),
        ("left a tag whose content is not whole", static verdict => verdict == Verdict.LeftBroken),
    ];

    /// <summary>The beginning of a scenario's row, up to what ours must be.</summary>
    public static string Row(Scenario scenario) => $"| {scenario.Name} | {Cell.Expected(scenario)} |";

    /// <summary>The whole page.</summary>
    public string Render()
    {
        var page = new StringBuilder(Introduction());
        AppendTotals(page);
        foreach (var group in AllScenarios.Groups)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {group.Title}\n\n| what happens | {Columns()} | then there is |\n|---|{Rule()}---|\n");
            foreach (var scenario in group.Scenarios)
            {
                page.Append(CultureInfo.InvariantCulture, $"| {scenario.Name} | {Join(client => Cell.Of(scenario, results[(scenario, client)], client))} | {Cell.Words(scenario.Expected)} |\n");
            }
        }

        return page.ToString();
    }

    private static string Introduction() => string.Create(CultureInfo.InvariantCulture, $"""
        # On a bad day

        What becomes of a release when the registry, or what stands before it, does not behave: {AllScenarios.InOrder.Count} scenarios. Written by
        `bench/reliability`; not edited by hand. The scenarios are in `tests/Faults/Scenarios`; for ours the tests hold each of them to the outcome,
        the number of requests and what the registry holds that are printed here.

        Each client publishes the same archive with the same credentials to a real docker-registry 2.8.2, through a proxy that follows a script: it
        resets connections, loses answers, changes bytes, makes up errors. `helm push` runs as its users run it, in real time, for at most
        {HelmRun.Patience.TotalSeconds:0} s. Ours is a whole release: it asks what the registry holds, publishes, and reads back every byte; its waits between attempts
        are not waited for here, and their length is tested. `helm push` does not read back, and asks less: where it never makes the request that
        goes wrong, the cell is –. Where it ends as well as ours, it says the same word. Where nothing moves at all, ours has `--timeout` set to
        1.5 s instead of its minute; helm has no such setting.

        A cell holds the end, the number of requests, and the time where it is {2} s or more. *published*: said so, and the registry holds it.
        *refused*: ended with an error, as it must. *hung*: not ended when its time was up. In bold is what should not be. The last column is what the registry holds in the end,
        asked past the proxy with another client, every blob hashed, when ours had run.


        """);

    private void AppendTotals(StringBuilder page)
    {
        page.Append(CultureInfo.InvariantCulture, $"| of {AllScenarios.InOrder.Count} | {Columns()} |\n|---|{Rule()}\n");
        foreach (var (name, isCounted) in _totals)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {name} | {Join(client => Count(client, isCounted))} |\n");
        }
    }

    private string Count(Client client, Func<Verdict, bool> isCounted) => AllScenarios.InOrder
        .Count(scenario => isCounted(Judge.Of(scenario, results[(scenario, client)])))
        .ToString(CultureInfo.InvariantCulture);

    private string Columns() => Join(client => client.Name);

    private string Rule() => string.Concat(clients.Select(_ => "---|"));

    private string Join(Func<Client, string> cell) => string.Join(" | ", clients.Select(cell));
}
