using System.Text;
using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Tests.Charts.Equivalence;

/// <summary>Writes the files of one chart.</summary>
/// <param name="name">The chart's name.</param>
/// <param name="folder">Full path of its folder.</param>
internal sealed class ChartFiles(string name, string folder)
{
    /// <summary>A template that shows all that a chart is made of: its metadata, values and files, by content.</summary>
    public const string Template = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {{ .Chart.Name | quote }}
        data:
          chart: {{ .Chart | toJson | quote }}
          values: {{ .Values | toJson | quote }}
          {{- range $path, $bytes := .Files }}
          {{ $path | b64enc | quote }}: {{ $bytes | toString | sha256sum }}
          {{- end }}

        """;

    private static readonly byte[] _preamble = Encoding.UTF8.GetPreamble();

    public static string Metadata(string name, string more = "", string apiVersion = "v2", string version = "1.0.0") =>
        $"apiVersion: {apiVersion}\nname: {name}\nversion: {version}\ndescription: The chart {name}\n{more}";

    public ChartFiles Write(string path, string content) => Write(path, Encoding.UTF8.GetBytes(content));

    public ChartFiles WriteWithMark(string path, string content) => Write(path, [.. _preamble, .. Encoding.UTF8.GetBytes(content)]);

    public ChartFiles Write(string path, byte[] content)
    {
        var file = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
        return this;
    }

    public ChartFiles Link(string path, string target)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, path))!);
        File.CreateSymbolicLink(Path.Combine(folder, path), target);
        return this;
    }

    /// <summary>Chart.yaml with more lines.</summary>
    public ChartFiles Chart(string more = "", string apiVersion = "v2") => Write("Chart.yaml", Metadata(name, more, apiVersion));

    /// <summary>A subchart below a folder, <c>charts/NAME</c> for example.</summary>
    public ChartFiles Subchart(string path, string more = "", string apiVersion = "v2", string values = "size: 1\n") => this
        .Write($"{path}/Chart.yaml", Metadata(Path.GetFileName(path), more, apiVersion))
        .Write($"{path}/values.yaml", values)
        .Write($"{path}/templates/all.yaml", Template);

    /// <summary>An archive of a small chart.</summary>
    public ChartFiles Vendored(string path, string chart, string version = "1.0.0", params (string Path, byte[] Content)[] files) =>
        Write(path, Archive(chart, version, files));

    /// <summary>The lock of dependencies, as helm writes it or by hand.</summary>
    public ChartFiles Lock(string file, params ChartDependency[] dependencies) => Write(
        file,
        "dependencies:\n"
        + string.Concat(dependencies.Select(dependency => $"- name: {dependency.Name}\n  repository: {dependency.Repository}\n  version: {dependency.Version}\n"))
        + $"digest: {DependencyDigest.Compute(dependencies, dependencies)}\ngenerated: \"2026-01-02T03:04:05.678Z\"\n");

    public static byte[] Archive(string chart, string version = "1.0.0", params (string Path, byte[] Content)[] files)
    {
        var source = new MemoryChartSource()
            .Add("Chart.yaml", Metadata(chart, version: version))
            .Add("values.yaml", $"from: {chart}\n")
            .Add("templates/all.yaml", Template);
        foreach (var (path, content) in files)
        {
            source.Add(path, content);
        }

        using var buffer = new MemoryStream();
        ChartArchiveWriter.Write(source.Read(), buffer);
        return buffer.ToArray();
    }
}
