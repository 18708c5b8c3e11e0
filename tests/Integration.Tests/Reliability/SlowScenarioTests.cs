using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Integration.Reliability;

/// <summary>The scenarios that take their time; in a class of their own, so that the others run beside them.</summary>
public sealed class SlowScenarioTests(SharedBed shared)
{
    public static TheoryData<string> Names { get; } = [.. SlowScenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_slow_silent_or_endless_ends_as_it_must(string name) =>
        await ScenarioAssert.HoldsAsync(await shared.BedAsync(), SlowScenarios.All.Single(scenario => scenario.Name == name));
}
