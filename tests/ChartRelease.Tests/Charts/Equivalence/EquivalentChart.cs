namespace ChartRelease.Tests.Charts.Equivalence;

/// <summary>A chart of the set.</summary>
/// <param name="Name">Its name, and what is special about it.</param>
/// <param name="Write">Writes what it has beside the files that each of them has; what is there already is replaced.</param>
internal sealed record EquivalentChart(string Name, Action<ChartFiles> Write);
