using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts;

/// <summary>What may stand in charts/, beside the charts of the equivalence set, which both helms and this library take.</summary>
public sealed class SubchartFilesTests
{
    /// <summary>Paths that neither helm takes, and what is told of them.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "charts/README.md", "charts/README.md" },
        { "charts/sub/values.yaml", "charts/sub" },
        { "charts/sub.tgz/file", "charts/sub.tgz" },
        { "charts/SUB.TGZ", "charts/SUB.TGZ" },
        { "charts/good/charts/notes.txt", "charts/good/charts/notes.txt" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_chart_is_refused_with_its_path(string path, string told)
    {
        var failure = Assert.Throws<ChartReleaseException>(() => With(path).Read()).Failure;

        Assert.Equal((FailureReason.InvalidChart, $"{MemoryChartSource.Folder}/{told}"), (failure.Reason, failure.Location?.File));
    }

    [Fact]
    public async Task Both_helms_refuse_it_too()
    {
        using var folder = new TemporaryFolder();
        var runs = Refused.Select((row, index) => (row.Data.Item1, Name: $"p{index}")).SelectMany(chart => new[] { RealHelm.V3, RealHelm.V4 }.Select(helm => (helm, chart.Item1, chart.Name)));
        await Parallel.ForEachAsync(runs, TestContext.Current.CancellationToken, async (run, stop) =>
        {
            var (helm, path, name) = run;
            foreach (var chart in new[] { "", "charts/good/" })
            {
                folder.Write($"{helm}/{name}/{chart}Chart.yaml", $"apiVersion: v2\nname: {(chart.Length == 0 ? name : "good")}\nversion: 1.0.0\n");
            }

            folder.Write($"{helm}/{name}/{path}", "x: 1\n");
            var result = await RealHelm.TryRunAsync(helm, folder, ["package", $"{helm}/{name}", "--destination", "out"], stop);
            Assert.True(result.ExitCode != 0, $"helm {helm} takes {path}");
        });
    }

    [Theory]
    [InlineData("charts/.gitkeep")]
    [InlineData("charts/_off/Chart.yaml")]
    [InlineData("charts/_off/values.yaml")]
    [InlineData("charts/.off.tgz")]
    [InlineData("charts/good/charts/.gitkeep")]
    public void What_is_not_loaded_is_left_out(string path) => Assert.DoesNotContain(path, With(path).Read().Files.Select(file => file.Path));

    [Theory]
    [InlineData("charts/good/values.yaml")]
    [InlineData("charts/good/_x")]
    [InlineData("charts/good/.x")]
    [InlineData("charts/any.tgz.prov")]
    [InlineData("templates/charts/x")]
    [InlineData("files/charts/README.md")]
    public void The_rest_is_packaged(string path) => Assert.Contains(path, With(path).Read().Files.Select(file => file.Path));

    private static MemoryChartSource With(string path) =>
        MemoryChartSource.Demo().Add("charts/good/Chart.yaml", "apiVersion: v2\nname: good\nversion: 1.0.0\n").Add(path, "x: 1\n");
}
