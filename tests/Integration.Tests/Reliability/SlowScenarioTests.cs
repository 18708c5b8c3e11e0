using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Integration.Reliability;

/// <summary>The scenarios that take their time. They run alone: on a busy machine more would stand still than what the scenario makes stand still.</summary>
[Collection(Alone)]
public sealed class SlowScenarioTests(SharedBed shared)
{
    /// <summary>Name of the collection.</summary>
    internal const string Alone = "Slow scenarios";

    public static TheoryData<string> Names { get; } = [.. SlowScenarios.All.Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_is_slow_silent_or_endless_ends_as_it_must(string name) =>
        await ScenarioAssert.HoldsAsync(await shared.BedAsync(), SlowScenarios.All.Single(scenario => scenario.Name == name));
}

/// <summary>Runs when no other test does.</summary>
[CollectionDefinition(SlowScenarioTests.Alone, DisableParallelization = true)]
public sealed class SlowScenarioCollection;
