namespace ChartRelease.Tests.Release.Settings;

public sealed class PasswordTests
{
    private const string Password = "pa55-of-nobody";

    [Theory]
    [InlineData("password")]
    [InlineData("PASSWORD")]
    [InlineData("token")]
    public void A_password_as_an_argument_is_refused_and_not_repeated(string name) =>
        Assert.DoesNotContain(Password, new SettingsRun().Argument(name, Password).Fails().ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData($"password: {Password}\n", 1)]
    [InlineData($"engine: native\ntoken: {Password}\n", 2)]
    [InlineData($"passwd: {Password}\n", 1)]
    [InlineData($"registry:\n  password: {Password}\n", 1)]
    public void A_password_in_the_file_is_refused_and_not_repeated(string text, int line)
    {
        var failure = new SettingsRun().File(text).Fails();

        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
        Assert.True(failure.Location!.Line >= line);
    }

    [Theory]
    [InlineData($"{Password}")]
    [InlineData($"{Password}\n")]
    [InlineData($"{Password}\r\n")]
    public void Standard_input_is_taken_without_its_line_end(string input)
    {
        var registry = new SettingsRun().Argument("username", "user").Argument("password-stdin", "").StandardInput(input).Resolve().Registry;

        Assert.Equal(("user", Password), (registry.Username, registry.Password!.Reveal()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    public void Empty_standard_input_is_refused(string input) => new SettingsRun().Argument("password-stdin", "").StandardInput(input).Fails();

    [Fact]
    public void Standard_input_goes_before_the_variable()
    {
        var run = new SettingsRun().Variable("CHART_RELEASE_PASSWORD", "other").Argument("password-stdin", "").StandardInput(Password);

        Assert.Equal(Password, run.Resolve().Registry.Password!.Reveal());
    }

    [Fact]
    public void The_variable_is_read() =>
        Assert.Equal(Password, new SettingsRun().Variable("CHART_RELEASE_PASSWORD", Password).Resolve().Registry.Password!.Reveal());

    [Fact]
    public void Options_do_not_print_it() =>
        Assert.DoesNotContain(
            Password, new SettingsRun().Variable("CHART_RELEASE_PASSWORD", Password).Resolve().ToString(), StringComparison.Ordinal);
}
