using Semver;

namespace ChartRelease.Versioning;

/// <summary>The version a chart gets.</summary>
/// <param name="Version">The version; the one in Chart.yaml when it need not move.</param>
/// <param name="Why">Why, in a few words without a full stop.</param>
public sealed record VersionDecision(SemVersion Version, string Why);
