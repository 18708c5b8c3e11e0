using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.Planning;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Planning;

public sealed class DependencyCheckTests
{
    private const string Target = "oci://one.example/charts";

    [Theory]
    [InlineData("file://../b", "^1.0.0", "b")]
    [InlineData("oci://one.example/charts", "^1.0.0", "b")]
    [InlineData("oci://one.example/charts", "^0.9.0", "b")]
    [InlineData("oci://two.example/charts", "^9.0.0", "")]
    [InlineData("https://one.example/charts", "^9.0.0", "")]
    public void A_chart_comes_after_those_of_the_repository_that_it_depends_on(string repository, string range, string expected) =>
        Assert.Equal(expected, string.Join(',', Add(ReleaseAction.Publish, Chart("a", repository, range), Chart("b")).Charts[0].DependsOn));

    [Fact]
    public void A_range_that_the_chart_at_its_path_is_not_in_is_an_error()
    {
        var failure = ReleaseAssert.Fails(
            FailureReason.DependencyOutOfStep, () => Add(ReleaseAction.Publish, Chart("a", "file://../b", "^2.0.0"), Chart("b")));

        Assert.Contains("b ^2.0.0 at file://../b, and what stands there is 1.2.3", failure.Found, StringComparison.Ordinal);
        Assert.Equal("helm/a/Chart.yaml", failure.Location!.File);
    }

    [Fact]
    public void A_chart_that_is_published_already_is_not_judged() =>
        Add(ReleaseAction.Skip, Chart("a", "file://../b", "^2.0.0"), Chart("b"));

    [Fact]
    public void A_circle_over_the_registry_is_an_error_that_shows_it()
    {
        var failure = ReleaseAssert.Fails(FailureReason.InvalidChart, () => Add(
            ReleaseAction.Publish, Chart("a", Target, "1.2.3", "b"), Chart("b", Target, "1.2.3", "c"), Chart("c", Target, "1.2.3", "a")));

        Assert.Contains("a → b → c → a", failure.Found, StringComparison.Ordinal);
    }

    private static ReleasePlan Add(ReleaseAction action, params ChartMetadata[] charts)
    {
        var plan = new ReleasePlan([.. charts.Select(chart => Plans.Chart(Packages.Create(chart), (Target, action)))]);
        return DependencyCheck.Add(plan, new LocalLinks([.. plan.Charts.Select(chart => chart.Chart.Chart)], [TargetReference.Parse(Target)]));
    }

    private static ChartMetadata Chart(string name, string? repository = null, string? range = null, string on = "b") => Packages.Metadata(name) with
    {
        Dependencies = repository is null ? [] : [new ChartDependency { Name = on, Version = range, Repository = repository }],
    };
}
