namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>One version of a chart in a repository's index.</summary>
/// <param name="Version">The version as written.</param>
/// <param name="Urls">Where the archive is, relative to the repository or absolute; the first counts.</param>
/// <param name="Digest">SHA-256 of the archive as hexadecimal digits; <see langword="null"/> when the index does not say.</param>
internal sealed record IndexEntry(string Version, IReadOnlyList<string> Urls, string? Digest);
