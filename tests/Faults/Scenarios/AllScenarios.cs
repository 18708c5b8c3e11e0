namespace ChartRelease.Faults.Scenarios;

/// <summary>The list.</summary>
public static class AllScenarios
{
    /// <summary>By subject.</summary>
    public static IReadOnlyList<ScenarioGroup> Groups { get; } =
    [
        new("Nothing goes wrong", PlainScenarios.All),
        new("Registries that ask to wait", WaitingScenarios.All),
        new("Errors of servers and of what stands before them", ServerErrorScenarios.All),
        new("Connections that break", ConnectionScenarios.All),
        new("What is read back", DownloadScenarios.All),
        new("Slow, silent and endless", SlowScenarios.All),
        new("Credentials and permissions", AuthorizationScenarios.All),
        new("Redirects and addresses", RedirectScenarios.All),
        new("Uploads as registries differ", UploadScenarios.All),
        new("Versions that are taken", ConflictScenarios.All),
    ];

    /// <summary>One after the other.</summary>
    public static IReadOnlyList<Scenario> InOrder { get; } = [.. Groups.SelectMany(group => group.Scenarios)];
}
