using ChartRelease.Faults.Runs;
using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Integration.Reliability;

/// <summary>Every scenario, on a release of ours in this process.</summary>
public sealed class ScenarioTests(SharedBed shared) : IClassFixture<SharedBed>
{
    public static TheoryData<string> Names { get; } = [.. AllScenarios.InOrder.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_goes_wrong_ends_as_it_must(string name)
    {
        var scenario = AllScenarios.InOrder.Single(scenario => scenario.Name == name);

        var run = await OurRun.RunAsync(shared.Bed, scenario, TestContext.Current.CancellationToken);

        Assert.True(scenario.Fails == run.Reason, $"ends with {run.Reason?.ToString() ?? "success"} instead of {scenario.Fails?.ToString() ?? "success"}: {run}");
        Assert.True(scenario.Expected == run.Held, $"the registry holds {run.Held} instead of {scenario.Expected}: {run}");
        Assert.True(run.Held != HeldContent.Ours || run.Digest == run.Expected, $"the tag points to {run.Digest} instead of {run.Expected}: {run}");
        Assert.True(scenario.Requests == run.Exchanges.Count, $"{run.Exchanges.Count} requests instead of {scenario.Requests}: {run}");
        Assert.True(scenario.Elsewhere == run.Elsewhere.Count, $"{run.Elsewhere.Count} requests elsewhere instead of {scenario.Elsewhere}: {run}");
        Assert.True(run.Waited >= scenario.Waits, $"waited {run.Waited} instead of {scenario.Waits}: {run}");
        Assert.DoesNotContain(run.Elsewhere, exchange => exchange.HasAuthorization);
        Assert.True(run.Leaks.Count == 0, $"{run.Leaks.Count} secrets are shown.");
    }

    [Fact]
    public void There_are_enough_of_them_and_none_twice()
    {
        Assert.True(AllScenarios.InOrder.Count >= 45);
        Assert.Equal(AllScenarios.InOrder.Count, AllScenarios.InOrder.Select(scenario => scenario.Name).Distinct().Count());
    }
}
