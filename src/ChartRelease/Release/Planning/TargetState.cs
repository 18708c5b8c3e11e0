using ChartRelease.Oci;

namespace ChartRelease.Release.Planning;

/// <summary>What a target was found to hold of one chart version.</summary>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="Reference">The repository and tag.</param>
/// <param name="Published">The manifest, or <see langword="null"/> when the target is certain that there is none.</param>
public sealed record TargetState(string Target, string Reference, ManifestContent? Published);
