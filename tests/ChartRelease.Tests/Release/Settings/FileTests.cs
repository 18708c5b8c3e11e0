namespace ChartRelease.Tests.Release.Settings;

public sealed class FileTests
{
    [Fact]
    public void A_list_may_be_a_list_or_separated_by_commas()
    {
        string[] expected = ["apps/*", "libs/*"];

        Assert.Equal(expected, new SettingsRun().File("charts: [apps/*, libs/*]\n").Resolve().Charts);
        Assert.Equal(expected, new SettingsRun().File("charts:\n  - apps/*\n  - libs/*\n").Resolve().Charts);
        Assert.Equal(expected, new SettingsRun().File("charts: apps/*, libs/*\n").Resolve().Charts);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    [InlineData("{}\n")]
    public void A_file_without_settings_is_valid(string text) => new SettingsRun().File(text).Resolve();

    [Theory]
    [InlineData("engine: native\nregistries: [oci-layout:a]\n", 2, "\"registry\"")]
    [InlineData("Engine: native\n", 1, "\"engine\"")]
    [InlineData("\n\nplain_http: true\n", 3, "\"plain-http\"")]
    [InlineData("engine: natve\n", 1, "\"native\"")]
    public void A_misspelt_name_is_refused_with_file_line_and_the_nearest(string text, int line, string nearest)
    {
        var failure = new SettingsRun().File(text).Fails();

        Assert.Equal(new SourceLocation("chart-release.yaml", line), failure.Location);
        Assert.Contains(nearest, failure.Next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("commit: HEAD\n")]
    [InlineData("bump: major\n")]
    [InlineData("config: other.yaml\n")]
    [InlineData("password-stdin: true\n")]
    public void What_belongs_to_one_run_is_no_key(string text) => new SettingsRun().File(text).Fails();

    [Theory]
    [InlineData("# one\nplain-http: \"yes\"\n", 2)]
    [InlineData("plain-http: yes\n", 1)]
    [InlineData("parallelism: 999\n", 1)]
    [InlineData("charts:\n  - helm/*\n  - {}\n", 3)]
    [InlineData("artifacts:\n", 1)]
    [InlineData("- engine\n", 1)]
    [InlineData("engine\n", 1)]
    [InlineData("engine: native\nengine: helm\n", 2)]
    [InlineData("engine: [native\n", 2)]
    [InlineData("engine: native\n---\nengine: helm\n", 3)]
    public void A_wrong_file_is_refused_with_its_line(string text, int line) =>
        Assert.Equal(new SourceLocation("chart-release.yaml", line), new SettingsRun().File(text).Fails().Location);

    [Theory]
    [InlineData("\nregistry: ghcr.io/owner\n", FailureReason.InvalidReference)]
    [InlineData("\ntag-template: \"{nam}\"\n", FailureReason.InvalidSettings)]
    public void What_cannot_be_parsed_is_refused_with_its_line(string text, FailureReason reason) =>
        Assert.Equal(new SourceLocation("chart-release.yaml", 2), new SettingsRun().File(text).Fails(reason).Location);

    [Fact]
    public void A_wrong_value_that_an_argument_replaces_is_refused_all_the_same() =>
        new SettingsRun().File("plain-http: maybe\n").Argument("plain-http", "true").Fails();

    [Fact]
    public void Another_file_may_be_named()
    {
        var run = new SettingsRun().File("artifacts: no\n").File("artifacts: out\n", "ci/release.yaml");

        Assert.Equal("out", run.Argument("config", "ci/release.yaml").Resolve().Artifacts);
    }

    [Fact]
    public void A_failure_names_the_file_that_was_named() => Assert.Equal(
        new SourceLocation("ci.yaml", 1), new SettingsRun().File("engin: native\n", "ci.yaml").Variable("CHART_RELEASE_CONFIG", "ci.yaml").Fails().Location);

    [Theory]
    [InlineData("missing.yaml")]
    [InlineData("")]
    public void A_named_file_that_does_not_exist_is_refused(string name) => new SettingsRun().Argument("config", name).Fails();

    [Fact]
    public void The_default_file_need_not_exist() => new SettingsRun().Resolve();
}
