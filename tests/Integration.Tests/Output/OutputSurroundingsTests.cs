using Cake.Core.Diagnostics;
using Cake.Frosting.ChartRelease;
using ChartRelease.Release;

namespace ChartRelease.Integration.Output;

/// <summary>Where progress is live, where it is lines, and where there is none.</summary>
public sealed class OutputSurroundingsTests
{
    [Theory]
    [InlineData(Verbosity.Quiet, nameof(ProgressMode.None))]
    [InlineData(Verbosity.Minimal, nameof(ProgressMode.Live))]
    [InlineData(Verbosity.Normal, nameof(ProgressMode.Live))]
    [InlineData(Verbosity.Verbose, nameof(ProgressMode.Plain))]
    [InlineData(Verbosity.Diagnostic, nameof(ProgressMode.Plain))]
    public void A_terminal_is_live_unless_debug_lines_would_fight_with_it(Verbosity verbosity, string mode) =>
        Assert.Equal(mode, Mode(verbosity));

    [Theory]
    [InlineData(Verbosity.Quiet, nameof(ProgressMode.None))]
    [InlineData(Verbosity.Minimal, nameof(ProgressMode.Plain))]
    [InlineData(Verbosity.Normal, nameof(ProgressMode.Plain))]
    [InlineData(Verbosity.Diagnostic, nameof(ProgressMode.Plain))]
    public void What_is_no_terminal_gets_lines(Verbosity verbosity, string mode) =>
        Assert.Equal(mode, Mode(verbosity, isTerminal: false));

    [Theory]
    [InlineData(OutputFormat.Json)]
    [InlineData(OutputFormat.Markdown)]
    public void A_document_on_standard_output_is_not_drawn_over(OutputFormat format) =>
        Assert.Equal(nameof(ProgressMode.Plain), Mode(format: format));

    [Theory]
    [InlineData("CI", "true")]
    [InlineData("CI", "1")]
    [InlineData("GITHUB_ACTIONS", "true")]
    [InlineData("TF_BUILD", "True")]
    [InlineData("GITLAB_CI", "true")]
    [InlineData("TEAMCITY_VERSION", "2026.1")]
    [InlineData("JENKINS_URL", "https://jenkins.example.com/")]
    [InlineData("TERM", "dumb")]
    [InlineData("TERM", "")]
    public void A_terminal_of_a_build_server_and_one_that_cannot_move_its_cursor_get_lines(string variable, string value) =>
        Assert.Equal(nameof(ProgressMode.Plain), Mode(variables: (variable, value)));

    [Theory]
    [InlineData("CI", "")]
    [InlineData("CI", "false")]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "screen-256color")]
    public void These_change_nothing(string variable, string value) =>
        Assert.Equal(nameof(ProgressMode.Live), Mode(variables: (variable, value)));

    [Fact]
    public void Terminals_of_Windows_have_no_name() =>
        Assert.Equal(nameof(ProgressMode.Live), Mode(isWindows: true, variables: ("TERM", "")));

    // The name: the type itself is not public, as test methods have to be.
    private static string Mode(
        Verbosity verbosity = Verbosity.Normal,
        bool isTerminal = true,
        bool isWindows = false,
        OutputFormat format = OutputFormat.Text,
        params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string> { ["TERM"] = "xterm-256color" };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        return new OutputSurroundings
        {
            IsTerminal = isTerminal,
            IsWindows = isWindows,
            Format = format,
            Verbosity = verbosity,
            Variable = environment.GetValueOrDefault,
        }.Mode.ToString();
    }
}
