using ChartRelease.Charts.Yaml;

namespace ChartRelease.Charts.Lint;

/// <summary>A chart folder as lint rules see it, also when its files cannot be read as a chart. Each file is read once.</summary>
public sealed class LintSubject
{
    private readonly IChartSource _source;
    private readonly Dictionary<string, byte[]> _contents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlResult> _documents = new(StringComparer.Ordinal);
    private readonly Lazy<ChartResult> _chart;

    internal LintSubject(IChartSource source, string folder, IReadOnlyList<SourceFile> files)
    {
        (_source, Folder, Files) = (source, folder, files);
        _chart = new Lazy<ChartResult>(ReadChart, isThreadSafe: false);
    }

    /// <summary>Chart folder relative to the repository root; empty for the root.</summary>
    public string Folder { get; }

    /// <summary>Every file of the folder, also those that .helmignore leaves out.</summary>
    public IReadOnlyList<SourceFile> Files { get; }

    /// <summary>The chart; <see langword="null"/> when it cannot be read as one.</summary>
    public Chart? Chart => _chart.Value.Chart;

    /// <summary>Why <see cref="Chart"/> is null.</summary>
    public Failure? ChartFailure => _chart.Value.Failure;

    /// <summary>The mapping of Chart.yaml; <see langword="null"/> when it is not YAML or not a mapping.</summary>
    internal YamlMap? ChartMap => Yaml(ChartYaml.FileName)?.Document?.Root?.Resolved as YamlMap;

    /// <summary>A file of the chart folder.</summary>
    public SourceFile? Find(string path) => Files.FirstOrDefault(file => file.Path == path);

    /// <summary>The place of a line in a file of the chart folder.</summary>
    public SourceLocation At(string path, int line = 0) => new(ChartFolders.Combine(Folder, path), line);

    /// <summary>The bytes of a file.</summary>
    public byte[] Read(SourceFile file)
    {
        if (!_contents.TryGetValue(file.Path, out var content))
        {
            _contents[file.Path] = content = _source.ReadAll(file);
        }

        return content;
    }

    /// <summary>Opens a file that is too large, or too many, to keep.</summary>
    public Stream Open(SourceFile file) => _source.Open(file);

    /// <summary>A text field of Chart.yaml; <see langword="null"/> when absent, null or not a scalar.</summary>
    internal YamlScalar? Field(string key) => ChartMap?.Find(key) is YamlScalar { IsNull: false } scalar ? scalar : null;

    /// <summary>A file as YAML; <see langword="null"/> when there is no such file.</summary>
    internal YamlResult? Yaml(string path)
    {
        if (Find(path) is not { } file)
        {
            return null;
        }

        if (!_documents.TryGetValue(path, out var result))
        {
            _documents[path] = result = ParseYaml(file);
        }

        return result;
    }

    private YamlResult ParseYaml(SourceFile file)
    {
        try
        {
            return new YamlResult(YamlDocument.Parse(Read(file), At(file.Path).File), null);
        }
        catch (ChartReleaseException exception)
        {
            return new YamlResult(null, exception.Failure);
        }
    }

    private ChartResult ReadChart()
    {
        try
        {
            return new ChartResult(ChartReader.Read(_source, Folder), null);
        }
        catch (ChartReleaseException exception)
        {
            return new ChartResult(null, exception.Failure);
        }
    }

    /// <summary>A YAML file, or why it is none.</summary>
    internal sealed record YamlResult(YamlDocument? Document, Failure? Failure);

    private sealed record ChartResult(Chart? Chart, Failure? Failure);
}
