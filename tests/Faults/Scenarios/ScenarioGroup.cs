namespace ChartRelease.Faults.Scenarios;

/// <summary>Scenarios about one subject.</summary>
/// <param name="Title">The subject.</param>
/// <param name="Scenarios">The scenarios.</param>
public sealed record ScenarioGroup(string Title, IReadOnlyList<Scenario> Scenarios);
