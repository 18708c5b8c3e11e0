using System.Text.RegularExpressions;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Charts.Equivalence;

/// <summary>Our packages and those of <c>helm package</c> are the same chart to whoever gets them.</summary>
public sealed partial class HelmEquivalenceTests(PackagedSet packages) : IClassFixture<PackagedSet>
{
    /// <summary>Each chart with each helm.</summary>
    public static TheoryData<string, string> Cases => new(
        from chart in EquivalentCharts.All from helm in new[] { RealHelm.V3, RealHelm.V4 } select (chart.Name, helm));

    [Theory]
    [MemberData(nameof(Cases))]
    public void They_hold_the_same_files_with_the_same_content(string chart, string helm) =>
        Assert.Equal(LoadedFiles.Of(packages.PathOf(helm, chart)), LoadedFiles.Of(packages.PathOf(PackagedSet.Ours, chart)));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Helm_renders_and_shows_the_same(string chart, string helm)
    {
        foreach (var verb in new string[][] { ["template", "release", "--include-crds"], ["show", "all"] })
        {
            string[] arguments = [.. verb, $"{chart}-1.0.0.tgz"];
            var (ours, theirs) = (packages.RunAsync(helm, PackagedSet.Ours, arguments), packages.RunAsync(helm, helm, arguments));

            Assert.Equal(await theirs, await ours);
        }
    }

    [Theory]
    [InlineData(RealHelm.V3)]
    [InlineData(RealHelm.V4)]
    public void Helm_lints_the_same(string helm)
    {
        var lint = Comparable(packages.Lint(helm, helm));

        Assert.Equal(lint, Comparable(packages.Lint(PackagedSet.Ours, helm)));
        Assert.All(EquivalentCharts.All, chart => Assert.Contains($"==> Linting {chart.Name}-1.0.0.tgz", lint, StringComparison.Ordinal));
    }

    [Fact]
    public void The_set_is_large() => Assert.True(EquivalentCharts.All.DistinctBy(chart => chart.Name).Count() >= 25);

    // Folders have names of the moment, and several missing dependencies are listed in the order of a Go map, another in each run.
    private static string Comparable(string lint) => MissingDependencies().Replace(
        UnpackedTo().Replace(lint, ""), list => string.Join(',', list.Value.Split(',').Order(StringComparer.Ordinal)));

    [GeneratedRegex("(?<=these dependencies: )[^\\s]+")]
    private static partial Regex MissingDependencies();

    [GeneratedRegex(@"[^\s""]*helm-lint[0-9]+")]
    private static partial Regex UnpackedTo();
}
