namespace ChartRelease.Faults;

/// <summary>One line of a script.</summary>
/// <param name="Request">Which requests.</param>
/// <param name="Fault">What happens to them.</param>
/// <param name="From">From the how-manieth on, counted from 1.</param>
/// <param name="Times">How often.</param>
public sealed record FaultRule(RequestPattern Request, Fault Fault, int From = 1, int Times = 1);
