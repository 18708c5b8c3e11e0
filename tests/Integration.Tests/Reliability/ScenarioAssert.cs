using ChartRelease.Faults.Runs;
using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Integration.Reliability;

internal static class ScenarioAssert
{
    /// <summary>Runs a release of ours in this process, and holds it to all that the scenario says.</summary>
    public static async Task HoldsAsync(FaultBed bed, Scenario scenario)
    {
        var run = await OurRun.RunAsync(bed, scenario, TestContext.Current.CancellationToken);

        Assert.True(scenario.Fails == run.Reason, $"ends with {run.Reason?.ToString() ?? "success"} instead of {scenario.Fails?.ToString() ?? "success"}: {run}");
        Assert.True(scenario.Expected == run.Held, $"the registry holds {run.Held} instead of {scenario.Expected}: {run}");
        Assert.True(run.Held != HeldContent.Ours || run.Digest == run.Expected, $"the tag points to {run.Digest} instead of {run.Expected}: {run}");
        Assert.True(scenario.Requests == run.Exchanges.Count, $"{run.Exchanges.Count} requests instead of {scenario.Requests}: {run}");
        Assert.True(scenario.Elsewhere == run.Elsewhere.Count, $"{run.Elsewhere.Count} requests elsewhere instead of {scenario.Elsewhere}: {run}");
        Assert.DoesNotContain(run.Elsewhere, exchange => exchange.HasAuthorization);
        Assert.True(run.Waited >= scenario.Waits, $"waited {run.Waited} instead of {scenario.Waits}: {run}");
        Assert.True(run.MetTheFault || scenario.Script.Count == 0 || scenario.IsBestAvoided, $"nothing went wrong: {run}");
        Assert.True(run.Secrets.Count == 0, $"{run.Secrets.Count} secrets are shown.");
    }
}
