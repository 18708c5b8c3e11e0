using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>What is said when another publisher wrote a version at the same time.</summary>
internal static class TagConflict
{
    /// <summary>The failure, with the digests of both manifests and both archives.</summary>
    public static ChartReleaseException Create(PackagedChart chart, IRepository repository, ManifestContent found) => new(
        FailureReason.VersionConflict,
        $"{repository.Reference}:{chart.Tag} is {found.Descriptor.Digest} (archive {ChartLayer.Find(found.Manifest)?.Digest.Value ?? "none"}): "
            + $"another publisher has written this version. Ours is {chart.Manifest.Descriptor.Digest} (archive {chart.Archive.Descriptor.Digest}).",
        "The content this commit builds, written by nobody else.",
        "Find out who published it; then raise the version with ./build.sh --target=BumpVersion --bump=patch.");
}
