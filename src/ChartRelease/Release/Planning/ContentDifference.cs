using ChartRelease.Charts.Archive;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Planning;

/// <summary>Says in which files a published chart differs from the one that was packaged.</summary>
internal static class ContentDifference
{
    private const int MostNamed = 5;

    /// <summary>Fetches the published archive and compares.</summary>
    /// <returns>Words such as <c>templates/service.yaml changed, values.yaml added</c>.</returns>
    public static async Task<string> DescribeAsync(
        PackagedChart chart, IRepository repository, ManifestContent published, CancellationToken cancellationToken)
    {
        if (ChartLayer.Find(published.Manifest) is not { } layer)
        {
            return "it has no chart layer";
        }

        using var scratch = new ScratchFolder();
        var path = Path.Combine(scratch.Path, "published.tgz");
        var remote = await repository.FetchBlobAsync(layer, cancellationToken).ConfigureAwait(false);
        await using (remote.ConfigureAwait(false))
        {
            await AtomicFile.WriteAsync(path, remote.CopyToAsync, cancellationToken).ConfigureAwait(false);
        }

        using var theirs = File.OpenRead(path);
        using var ours = await chart.Archive.OpenAsync(cancellationToken).ConfigureAwait(false);
        var differences = ArchiveComparison.Compare([.. ArchiveFile.Of(theirs)], [.. ArchiveFile.Of(ours)]);
        return differences.Count == 0
            ? "the files are the same, the archive was made by another tool or version"
            : string.Join(", ", differences.Take(MostNamed).Select(Words))
                + (differences.Count > MostNamed ? $" and {differences.Count - MostNamed} more" : "");
    }

    private static string Words(FileDifference difference) => $"{difference.Path} {difference.Change.ToString().ToLowerInvariant()}";
}
