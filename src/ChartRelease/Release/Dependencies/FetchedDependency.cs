using ChartRelease.Oci;

namespace ChartRelease.Release.Dependencies;

/// <summary>A dependency that charts/ as committed lacked, and what was put there for it.</summary>
/// <param name="Name">Name of the chart.</param>
/// <param name="Version">Its locked version.</param>
/// <param name="Repository">Where it comes from, as locked.</param>
/// <param name="Digest">SHA-256 of <c>charts/NAME-VERSION.tgz</c>.</param>
/// <param name="Size">Its size in bytes.</param>
public sealed record FetchedDependency(string Name, string Version, string Repository, Digest Digest, long Size);
