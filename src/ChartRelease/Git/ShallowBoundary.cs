namespace ChartRelease.Git;

/// <summary>Reads where the history of a shallow clone ends.</summary>
internal static class ShallowBoundary
{
    /// <returns>Ids of the commits whose parents are hidden; none when the clone is not shallow.</returns>
    public static async Task<HashSet<string>> ReadAsync(string shallowFile, CancellationToken cancellationToken) => File.Exists(shallowFile)
        ? (await File.ReadAllLinesAsync(shallowFile, cancellationToken).ConfigureAwait(false)).ToHashSet(StringComparer.Ordinal)
        : [];
}
