using System.Text;
using ChartRelease.Charts;

namespace ChartRelease.Tests.Charts;

/// <summary>Chart files in memory, in the order given.</summary>
internal sealed class MemoryChartSource : IChartSource
{
    public const string Folder = "charts/demo";

    public const string ChartYaml = "apiVersion: v2\nname: demo\nversion: 1.2.3\nappVersion: \"1.0\"\n";

    private readonly List<(string Path, byte[] Content)> _files = [];

    /// <summary>How many bytes a read gives at most.</summary>
    public int ReadSize { get; init; } = int.MaxValue;

    public MemoryChartSource Add(string path, string content) => Add(path, Encoding.UTF8.GetBytes(content));

    public MemoryChartSource Add(string path, byte[] content)
    {
        _files.RemoveAll(file => file.Path == path);
        _files.Add((path, content));
        return this;
    }

    public IReadOnlyList<SourceFile> List(string folder) =>
        folder == Folder ? [.. _files.Select(file => new SourceFile(file.Path, file.Content.Length, file.Path))] : [];

    public Stream Open(SourceFile file) => new ShortReads(_files.Single(candidate => candidate.Path == file.Id).Content, ReadSize);

    /// <summary>The source of a small valid chart.</summary>
    public static MemoryChartSource Demo() => new MemoryChartSource()
        .Add("Chart.yaml", ChartYaml)
        .Add("values.yaml", "replicas: 1\n")
        .Add("templates/config.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ .Release.Name }}\n");

    public Chart Read() => ChartReader.Read(this, Folder);

    private sealed class ShortReads(byte[] content, int most) : MemoryStream(content, writable: false)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
    }
}
