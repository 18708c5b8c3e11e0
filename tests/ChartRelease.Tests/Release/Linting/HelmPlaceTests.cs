using ChartRelease.Release.Linting;

namespace ChartRelease.Tests.Release.Linting;

/// <summary>Messages are those of helm 3.17.2 and 4.1.4.</summary>
public sealed class HelmPlaceTests
{
    [Theory]
    [InlineData("template: demo/templates/a.yaml:1:10: executing \"demo/templates/a.yaml\" at <.Values.none.such>: nil pointer", "helm/demo/templates/a.yaml:1")]
    [InlineData("demo/templates/a.yaml:12:10\n  executing \"demo/templates/a.yaml\" at <.Values.none.such>:\n    nil pointer", "helm/demo/templates/a.yaml:12")]
    [InlineData("parse error at (demo/templates/my a.yaml:1): missing value for if", "helm/demo/templates/my a.yaml:1")]
    [InlineData("helm template failed with exit code 1: Error: execution error at (demo/charts/sub/templates/a.yaml:3:6): no x", "helm/demo/charts/sub/templates/a.yaml:3")]
    [InlineData("helm template failed with exit code 1: Error: demo/templates/a.yaml:1:10\n  executing", "helm/demo/templates/a.yaml:1")]
    [InlineData("level=WARN msg=x\nError: YAML parse error on demo/templates/a.yaml: error converting YAML to JSON", "helm/demo/templates/a.yaml")]
    [InlineData("something else: 1:2", "helm/demo/templates/")]
    public void A_message_is_about_the_file_it_names(string message, string place) =>
        Assert.Equal(place, HelmPlace.Of("helm/demo", "templates/", message).ToString());

    [Fact]
    public void A_message_without_a_file_is_about_the_folder() => Assert.Equal("helm/demo", HelmPlace.Of("helm/demo", "", "chart type is not valid").ToString());

    [Fact]
    public void A_chart_at_the_root_has_no_folder_before_its_files() =>
        Assert.Equal("templates/a.yaml:1", HelmPlace.Of("", "templates/", "parse error at (demo/templates/a.yaml:1): x").ToString());
}
