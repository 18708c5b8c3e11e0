using ChartRelease.Release.History;
using Semver;

namespace ChartRelease.Tests.Release.History;

/// <summary>What one target, <c>oci://there</c>, holds: versions by chart, each with the commit its manifest names.</summary>
internal sealed class PublishedList : IPublishedReleases
{
    private const string Target = "oci://there";

    private readonly List<(string Chart, SemVersion Version, string? Revision)> _entries = [];

    public Failure? Failure { get; set; }

    /// <summary>Versions whose manifests were asked for.</summary>
    public List<string> Looked { get; } = [];

    public PublishedList Add(string chart, string version, string? revision = null)
    {
        _entries.Add((chart, SemVersion.Parse(version), revision));
        return this;
    }

    public Task<PublishedVersions> ListAsync(string chart, CancellationToken cancellationToken) => Task.FromResult(new PublishedVersions(
        _entries.Where(entry => entry.Chart == chart).ToDictionary(entry => entry.Version, IReadOnlyList<string> (_) => [Target]),
        Failure is null ? [Target] : [],
        Failure));

    public Task<string?> RevisionAsync(string chart, SemVersion version, string target, CancellationToken cancellationToken)
    {
        lock (Looked)
        {
            Looked.Add($"{chart} {version}");
        }

        return Task.FromResult(_entries.First(entry => entry.Chart == chart && entry.Version == version).Revision);
    }
}
