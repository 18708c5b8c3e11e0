using ChartRelease.Release.Checking;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release;

/// <summary>What the target Plan shows: one of the two is there.</summary>
/// <param name="Plan">What would be published.</param>
/// <param name="Check">With <c>--check</c>, whether every chart that changed has a new version.</param>
public sealed record ReleaseOverview(ReleasePlan? Plan, CheckReport? Check);
