namespace ChartRelease.Faults.Reporting;

/// <summary>A column of the page.</summary>
/// <param name="Name">Who publishes.</param>
/// <param name="IsTimed">Whether its waits are real.</param>
public sealed record Client(string Name, bool IsTimed);
