using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Verification;

/// <summary>Proof that a target holds exactly what was packaged.</summary>
/// <param name="Chart">The chart.</param>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="ManifestDigest">The digest its tag resolves to.</param>
public sealed record VerifiedTarget(PackagedChart Chart, string Target, Digest ManifestDigest);
