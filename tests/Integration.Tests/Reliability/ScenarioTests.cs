using ChartRelease.Faults.Scenarios;

namespace ChartRelease.Integration.Reliability;

/// <summary>Every scenario of which the clock does not decide.</summary>
public sealed class ScenarioTests(SharedBed shared)
{
    public static TheoryData<string> Names { get; } = [.. AllScenarios.InOrder.Except(SlowScenarios.All).Select(scenario => scenario.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_goes_wrong_ends_as_it_must(string name) =>
        await ScenarioAssert.HoldsAsync(await shared.BedAsync(), AllScenarios.InOrder.Single(scenario => scenario.Name == name));

    [Fact]
    public void There_are_enough_of_them_and_none_twice()
    {
        Assert.True(AllScenarios.InOrder.Count >= 45);
        Assert.Equal(AllScenarios.InOrder.Count, AllScenarios.InOrder.Select(scenario => scenario.Name).Distinct().Count());
    }
}
