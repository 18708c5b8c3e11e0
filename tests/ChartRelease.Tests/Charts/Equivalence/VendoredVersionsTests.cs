using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts.Equivalence;

/// <summary>Where helm's own package is not the chart that was packaged.</summary>
public sealed class VendoredVersionsTests
{
    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public async Task One_chart_in_two_versions_survives_our_package_as_it_is(string helm)
    {
        var token = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        new ChartFiles("app", folder.Combine("app"))
            .Chart("dependencies:\n- {name: leaf, version: 1.0.0, repository: \"https://example.com\", alias: one}\n- {name: leaf, version: 2.0.0, repository: \"https://example.com\", alias: two}\n")
            .Vendored("charts/leaf-1.0.0.tgz", "leaf", "1.0.0").Vendored("charts/leaf-2.0.0.tgz", "leaf", "2.0.0");
        Directory.CreateDirectory(folder.Combine("out"));
        await using (var file = File.Create(folder.Combine("out/app-1.0.0.tgz")))
        {
            ChartArchiveWriter.Write(ChartReader.Read(new WorkTreeChartSource(folder.Path), "app"), file, token);
        }

        var expected = await RealHelm.RunAsync(helm, folder, ["template", "release", "app"], token);

        Assert.Equal(expected, await RealHelm.RunAsync(helm, folder, ["template", "release", "out/app-1.0.0.tgz"], token));

        // The decision to ship archives as they are rests on this; should helm mend it, the page is to be changed.
        await RealHelm.RunAsync(helm, folder, ["package", "app", "--destination", "theirs"], token);
        Assert.NotEqual(expected, await RealHelm.RunAsync(helm, folder, ["template", "release", "theirs/app-1.0.0.tgz"], token));
    }
}
