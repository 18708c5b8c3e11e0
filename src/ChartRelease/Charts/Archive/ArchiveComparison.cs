namespace ChartRelease.Charts.Archive;

/// <summary>Says in which files two charts differ.</summary>
public static class ArchiveComparison
{
    /// <summary>Compares by path and content.</summary>
    /// <param name="before">The files of the first chart, for example the published one.</param>
    /// <param name="after">The files of the second.</param>
    /// <returns>Differences by ordinal order of the path, Chart.yaml first; empty when both hold the same files.</returns>
    public static IReadOnlyList<FileDifference> Compare(IEnumerable<ArchiveFile> before, IEnumerable<ArchiveFile> after)
    {
        var old = before.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var differences = new List<FileDifference>();
        foreach (var file in after)
        {
            if (!old.Remove(file.Path, out var match))
            {
                differences.Add(new FileDifference(file.Path, FileChange.Added));
            }
            else if (match != file)
            {
                differences.Add(new FileDifference(file.Path, FileChange.Changed));
            }
        }

        differences.AddRange(old.Keys.Select(path => new FileDifference(path, FileChange.Removed)));
        return [.. differences.OrderBy(difference => difference.Path != ChartYaml.FileName).ThenBy(difference => difference.Path, StringComparer.Ordinal)];
    }
}

/// <summary>A file in which two charts differ.</summary>
/// <param name="Path">Path relative to the chart folder.</param>
/// <param name="Change">What happened from the first chart to the second.</param>
public sealed record FileDifference(string Path, FileChange Change);

/// <summary>How a file differs.</summary>
public enum FileChange
{
    /// <summary>Only the second chart has it.</summary>
    Added,

    /// <summary>Only the first chart has it.</summary>
    Removed,

    /// <summary>Both have it, with other content.</summary>
    Changed,
}
