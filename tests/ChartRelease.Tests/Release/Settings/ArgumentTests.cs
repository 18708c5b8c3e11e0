using ChartRelease.Release;
using ChartRelease.Release.Settings;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Settings;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("registy", "--registry")]
    [InlineData("chart", "--charts")]
    [InlineData("plainhttp", "--plain-http")]
    [InlineData("allow-dirt", "--allow-dirty")]
    [InlineData("verbosty", "--verbosity")]
    [InlineData("taregt", "--target")]
    public void An_unknown_argument_is_refused_with_the_nearest_name(string written, string nearest)
    {
        var failure = new SettingsRun().Argument(written, "x").Fails();

        Assert.Contains($"--{written}", failure.Found, StringComparison.Ordinal);
        Assert.Contains($"\"{nearest}\"", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void An_argument_like_no_other_is_refused_with_the_list_of_all()
    {
        var failure = new SettingsRun().Argument("frobnicate", "x").Fails();

        Assert.Contains("--registry", failure.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void Upper_case_arguments_are_the_same() => Assert.Equal("out", new SettingsRun().Argument("ARTIFACTS", "out").Resolve().Artifacts);

    [Fact]
    public void Of_two_values_of_one_text_the_last_counts() =>
        Assert.Equal("two", new SettingsRun().Argument("artifacts", "one", "two").Resolve().Artifacts);

    [Fact]
    public void A_list_is_repeated_or_separated_by_commas()
    {
        var options = new SettingsRun().Argument("registry", "oci-layout:a", "oci-layout:b, oci-layout:c", "oci-layout:a").Resolve();

        Assert.Equal(["oci-layout:a", "oci-layout:b", "oci-layout:c"], options.Registries.Select(target => target.Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("true")]
    [InlineData("True")]
    public void A_bare_flag_is_on(string value) => Assert.True(new SettingsRun().Argument("allow-dirty", value).Resolve().AllowDirty);

    [Fact]
    public void A_bare_flag_that_arrives_without_a_value_is_on() =>
        Assert.True(new SettingsRun().Argument("allow-dirty", [null!]).Resolve().AllowDirty);

    [Theory]
    [InlineData("allow-dirty", "yes")]
    [InlineData("parallelism", "0")]
    [InlineData("parallelism", "257")]
    [InlineData("parallelism", "-1")]
    [InlineData("parallelism", "many")]
    [InlineData("timeout", "0")]
    [InlineData("deadline", "soon")]
    [InlineData("retry-after-limit", "")]
    [InlineData("engine", "helmm")]
    [InlineData("engine", "1")]
    [InlineData("output", "xml")]
    [InlineData("bump", "huge")]
    [InlineData("charts", ",")]
    [InlineData("artifacts", "")]
    public void A_wrong_value_is_refused(string name, string value) =>
        Assert.Contains($"--{name}", new SettingsRun().Argument(name, value).Fails().Found, StringComparison.Ordinal);

    [Fact]
    public void A_misspelt_word_is_refused_with_the_nearest() =>
        Assert.Contains("\"native\"", new SettingsRun().Argument("engine", "natve").Fails().Next, StringComparison.Ordinal);

    [Fact]
    public void A_malformed_target_is_refused() => new SettingsRun().Argument("registry", "ghcr.io/owner").Fails(FailureReason.InvalidReference);

    [Fact]
    public void Words_may_be_written_in_any_case() =>
        Assert.Equal(EngineKind.Helm, new SettingsRun().Argument("engine", "HELM").Resolve().Engine);

    [Fact]
    public void The_version_change_is_read()
    {
        var bump = new SettingsRun().Argument("bump", "minor").Argument("app-version", "2").Argument("no-commit", "").Resolve().Bump;

        Assert.Equal(new BumpRequest(BumpKind.Minor, null, "2", Commit: false), bump);
    }

    [Fact]
    public void A_computed_and_a_stated_version_exclude_each_other() =>
        new SettingsRun().Argument("bump", "minor").Argument("chart-version", "2.0.0").Fails();

    [Fact]
    public void No_setting_has_the_name_of_an_argument_of_Cake() =>
        Assert.All(SettingDefinitions.All, setting => Assert.False(BuiltInArguments.Contains(setting.Name), setting.Name));

    [Theory]
    [InlineData("target")]
    [InlineData("working")]
    [InlineData("verbosity")]
    [InlineData("descriptions")]
    [InlineData("showtree")]
    [InlineData("whatif")]
    [InlineData("exclusive")]
    [InlineData("ver")]
    [InlineData("info")]
    [InlineData("h")]
    [InlineData("NuGet_Source")]
    public void What_Cake_takes_is_known(string name) => Assert.True(BuiltInArguments.Contains(name));

    [Fact]
    public void What_is_suggested_is_what_Cake_takes() =>
        Assert.All(BuiltInArguments.Suggested, argument => Assert.True(BuiltInArguments.Contains(argument[2..]), argument));

    [Fact]
    public void Names_are_unique_and_every_setting_can_be_given_as_an_argument()
    {
        Assert.Equal(SettingDefinitions.All.Count, SettingDefinitions.All.Select(setting => setting.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(SettingDefinitions.All, setting => Assert.True(setting.Scope.HasFlag(SettingScope.Argument), setting.Name));
    }

    [Fact]
    public void Every_default_is_a_value_the_setting_accepts()
    {
        var run = new SettingsRun();
        foreach (var setting in SettingDefinitions.All.Where(setting => setting.Default.Length > 0 && setting.Name != "config"))
        {
            run.Argument(setting.Name, setting.Default);
        }

        // What Promote and Reproduce are about does depend on whether something was written.
        Assert.Equivalent(Comparable(new SettingsRun().Resolve()), Comparable(run.Resolve()));

        static ReleaseOptions Comparable(ReleaseOptions options) => options with { Registry = null!, Selection = null! };
    }
}
