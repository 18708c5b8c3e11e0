using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts;

/// <summary>Compares the files that helm reads as data and writes anew when it packages. Pure.</summary>
public static class ChartData
{
    private static readonly string[] Locks = ["Chart.lock", "requirements.lock"];

    /// <summary>Whether helm writes a file of this name anew.</summary>
    public static bool Knows(string name) => name == ChartYaml.FileName || Locks.Contains(name);

    /// <summary>Whether two versions of such a file say the same: Chart.yaml in the fields that helm knows, a lock in all.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="left">One version.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="false"/> also when one of them cannot be read.</returns>
    public static bool AreEqual(string path, ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right)
    {
        try
        {
            return ChartFolders.Name(path) == ChartYaml.FileName
                ? Metadata(left, path).AsSpan().SequenceEqual(Metadata(right, path))
                : Lock(left, path) == Lock(right, path);
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return false;
        }
    }

    private static byte[] Metadata(ReadOnlyMemory<byte> content, string path) => ChartConfigJson.Serialize(ChartYaml.Parse(content, path).Metadata);

    private static string Lock(ReadOnlyMemory<byte> content, string path) =>
        YamlDocument.Parse(content, path) is { Root: { } root, Duplicates.Count: 0 }
            ? GoJson.FromYaml(root, node => YamlDocument.Invalid(path, node.Line, "The lock holds more than plain data."))
            : throw YamlDocument.Invalid(path, 0, "The lock is empty, or has a key twice.");
}
