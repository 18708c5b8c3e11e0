using System.Globalization;
using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts.Ignore;

/// <summary>One chart for each .helmignore of the table, packaged by both helms: all in one process, but for those that are refused.</summary>
public sealed class IgnoredCharts : IAsyncLifetime
{
    private static readonly string[] _files =
    [
        "README.md", "LICENSE", "a.txt", "b.txt", "ab.txt", "[x].txt", "x.txt", "*.txt", "#hash.txt", "!bang.txt", "with space.txt", ".dot", "é.txt",
        "docs/a.txt", "docs/b.md", "docs/deep/a.txt", "docs/deep/deeper/c.txt", "foo/a.txt", "foo/foo/b.txt", "bar/foo", "files/a.txt", "files/.dot",
        "templates/a.yaml", "templates/.hidden", "templates/_helpers.tpl", "templates/sub/.hidden", "templates/tests/t.yaml", "crds/c.yaml", "back-up~", "x-1.bak",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<(string Helm, string Ignore), string> _packaged = [];
    private readonly Dictionary<string, string?> _ours = [];

    /// <summary>The files of helm's package, one a line; <see langword="null"/> when helm refused the chart.</summary>
    public string? Of(string helm, string ignore) => _packaged.GetValueOrDefault((helm, ignore));

    /// <summary>The files of ours, one a line; <see langword="null"/> when it is refused.</summary>
    public string? Ours(string ignore) => _ours[ignore];

    public async ValueTask InitializeAsync()
    {
        List<string> ignores = [.. HelmIgnoreTests.Patterns.Select(row => row.Data)];
        var charts = ignores.Select((ignore, index) => (Ignore: ignore, Name: string.Create(CultureInfo.InvariantCulture, $"p{index}"))).ToList();
        foreach (var (ignore, name) in charts)
        {
            _folder.Write($"{name}/Chart.yaml", $"apiVersion: v2\nname: {name}\nversion: 1.2.3\n");
            _folder.Write($"{name}/.helmignore", ignore);
            foreach (var file in _files)
            {
                _folder.Write($"{name}/{file}", "a: 1\n");
            }

            _ours[ignore] = Read(name);
        }

        await Parallel.ForEachAsync([RealHelm.V3, RealHelm.V4], async (helm, stop) =>
        {
            var together = charts.Where(chart => _ours[chart.Ignore] is not null).Select(chart => chart.Name);
            await RealHelm.RunAsync(helm, _folder, ["package", .. together, "--destination", helm], stop);
            foreach (var (_, name) in charts.Where(chart => _ours[chart.Ignore] is null))
            {
                await RealHelm.TryRunAsync(helm, _folder, ["package", name, "--destination", helm], stop);
            }
        });
        foreach (var (helm, chart) in from helm in new[] { RealHelm.V3, RealHelm.V4 } from chart in charts select (helm, chart))
        {
            var archive = _folder.Combine($"{helm}/{chart.Name}-1.2.3.tgz");
            if (File.Exists(archive))
            {
                await using var stream = File.OpenRead(archive);
                _packaged[(helm, chart.Ignore)] = Join(ChartArchiveReader.Read(stream).Select(entry => entry.Path));
            }
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private string? Read(string name)
    {
        try
        {
            return Join(ChartReader.Read(new WorkTreeChartSource(_folder.Path), name).Files.Select(file => file.Path));
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.InvalidChart)
        {
            return null;
        }
    }

    private static string Join(IEnumerable<string> paths) => string.Join('\n', paths.Order(StringComparer.Ordinal));
}
