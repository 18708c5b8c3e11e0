namespace ChartRelease.Faults.Scenarios;

internal static class PlainScenarios
{
    public static IReadOnlyList<Scenario> All { get; } =
    [
        new("a new version, Basic"),
        new("a new version, tokens") { Mode = RegistryMode.Token, Requests = Scenario.Usual + 1 },
        new("the same version again") { Before = HeldContent.Ours, Requests = Scenario.UsualSkip },
    ];
}
