using System.Text;
using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Tests.Charts.Equivalence;

/// <summary>The files of a package as helm loads them: archives in charts/ opened, Chart.yaml and Chart.lock as data, no byte order marks.</summary>
internal static class LoadedFiles
{
    /// <summary>A line for each file: its path and a digest of its content, or its data.</summary>
    public static IReadOnlyList<string> Of(string archive)
    {
        using var stream = File.OpenRead(archive);
        return [.. Read(stream, "").Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Read(Stream archive, string prefix)
    {
        foreach (var entry in ChartArchiveReader.Read(archive))
        {
            using var buffer = new MemoryStream();
            entry.Content.CopyTo(buffer);
            var content = buffer.ToArray();
            if (IsArchiveInCharts(entry.Path))
            {
                var parent = entry.Path[..(entry.Path.LastIndexOf('/') + 1)];
                foreach (var line in Read(new MemoryStream(content), $"{prefix}{parent}{NameOf(content)}/"))
                {
                    yield return line;
                }
            }
            else
            {
                yield return $"{prefix}{entry.Path}: {Show(Path.GetFileName(entry.Path), content)}";
            }
        }
    }

    private static bool IsArchiveInCharts(string path) =>
        path.EndsWith(".tgz", StringComparison.Ordinal) && Path.GetFileName(Path.GetDirectoryName(path)) == "charts";

    private static string NameOf(byte[] archive)
    {
        using var stream = new MemoryStream(archive);
        return ChartArchiveReader.Read(stream).First().ChartFolder;
    }

    private static string Show(string name, byte[] content) => name switch
    {
        "Chart.yaml" => Encoding.UTF8.GetString(ChartConfigJson.Serialize(ChartYaml.Parse(content, name).Metadata)),
        "Chart.lock" => ShowLock(content),
        _ => Sha256(content),
    };

    private static string ShowLock(byte[] content)
    {
        var source = new MemoryChartSource().Add("Chart.yaml", MemoryChartSource.ChartYaml).Add("Chart.lock", content);
        var locked = DependencyLock.Read(source.Read())!;
        return $"{locked.Digest} {DependencyJson.SerializeAll(locked.Dependencies)}";
    }

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(content.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? content.AsSpan(Encoding.UTF8.Preamble.Length) : content));
}
