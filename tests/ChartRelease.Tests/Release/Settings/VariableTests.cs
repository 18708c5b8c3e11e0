namespace ChartRelease.Tests.Release.Settings;

public sealed class VariableTests
{
    [Fact]
    public void An_unknown_variable_is_refused_with_the_nearest_name()
    {
        var failure = new SettingsRun().Variable("CHART_RELEASE_REGISTRIES", "oci-layout:secret").Fails();

        Assert.Contains("\"CHART_RELEASE_REGISTRY\"", failure.Next, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_variable_is_refused_even_when_empty() => new SettingsRun().Variable("CHART_RELEASE_REGISTRIES", "").Fails();

    [Fact]
    public void What_may_only_be_an_argument_is_no_variable() => new SettingsRun().Variable("CHART_RELEASE_BUMP", "major").Fails();

    [Fact]
    public void Variables_of_others_are_none_of_ours() => new SettingsRun().Variable("CHART_RELEASER_TOKEN", "x").Variable("HOME", "/").Resolve();

    [Fact]
    public void Variables_of_the_test_suite_are_passed_over() => new SettingsRun().Variable("CHART_RELEASE_TEST_HELM4", "/helm").Resolve();

    [Fact]
    public void A_wrong_value_is_refused_by_the_name_of_the_variable()
    {
        var failure = new SettingsRun().Variable("CHART_RELEASE_PLAIN_HTTP", "yes").Fails();

        Assert.Contains("CHART_RELEASE_PLAIN_HTTP", failure.Found, StringComparison.Ordinal);
        Assert.Null(failure.Location);
    }

    [Fact]
    public void The_registry_client_sees_the_environment_of_the_run()
    {
        var options = new SettingsRun().Variable("GITHUB_ACTOR", "octocat").Resolve();

        Assert.Equal("octocat", options.Registry.Environment("GITHUB_ACTOR"));
        Assert.Null(options.Registry.Environment("PATH"));
    }
}
