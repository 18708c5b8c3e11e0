using Cake.Common;
using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Hosting;

public sealed class ArgumentTests
{
    [Theory]
    [InlineData("bar", "--foo=bar")]
    [InlineData("bar", "--foo", "bar")]
    [InlineData("bar", "--", "--foo=bar")]
    [InlineData("bar", "--", "--foo", "bar")]
    [InlineData("bar", "--FOO=bar")]
    [InlineData("two", "--foo=one", "--foo=two")]
    [InlineData("two", "--foo", "one", "--foo", "two")]
    [InlineData("a=b", "--foo=a=b")]
    [InlineData("a b", "--foo=a b")]
    [InlineData("fallback", "--foo")]
    [InlineData("fallback")]
    public void An_unknown_option_becomes_an_argument(string expected, params string[] args)
    {
        var run = Host.Run([typeof(Echo)], ["-t", "Echo", .. args]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal([expected], run.Journal);
    }

    [Theory]
    [InlineData("Expected an option value", "--foo=")]
    [InlineData("Error", "-foo=x")]
    [InlineData("Unknown command 'stray'", "stray")]
    [InlineData("Flags cannot be assigned a value", "--version=1.2.3")]
    [InlineData("Error", "--verbosity=loud")]
    public async Task A_malformed_command_line_is_an_error_and_runs_nothing(string message, params string[] args)
    {
        var run = await SampleProcess.RunAsync(args);

        // -1, which is 255 where exit codes have a byte.
        Assert.Contains(run.ExitCode, new[] { -1, 255 });
        Assert.Contains(message, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Hello", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-t")]
    [InlineData("--target")]
    [InlineData("--Target")]
    public void The_target_can_be_given_in_three_ways(string option)
    {
        Assert.Equal(["fallback"], Host.Run([typeof(Echo)], option, "Echo").Journal);
    }

    [Fact]
    public void The_target_is_Default_unless_given_and_is_an_argument_too()
    {
        Assert.Equal(["Default"], Host.Run([typeof(ShowsTarget)]).Journal);
    }

    [Theory]
    [InlineData("Quiet", false, false)]
    [InlineData("Normal", true, false)]
    [InlineData("Diagnostic", true, true)]
    public void Verbosity_decides_what_is_logged(string verbosity, bool information, bool debug)
    {
        var run = Host.Run([typeof(Logs)], "-t", "Logs", "--verbosity", verbosity);

        Assert.Equal(information, run.Output.Contains("some information", StringComparison.Ordinal));
        Assert.Equal(debug, run.Output.Contains("some details", StringComparison.Ordinal));
    }

    [Fact]
    public void Verbosity_is_Normal_unless_given()
    {
        var run = Host.Run([typeof(Logs)], "-t", "Logs");

        Assert.Contains("some information", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("some details", run.Output, StringComparison.Ordinal);
    }

    private sealed class Echo(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(context.Argument("foo", "fallback"));
    }

    [TaskName("Default")]
    private sealed class ShowsTarget(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add(context.Argument<string>("target"));
    }

    private sealed class Logs : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
            Core.Diagnostics.LogExtensions.Information(context.Log, "some information");
            Core.Diagnostics.LogExtensions.Debug(context.Log, "some details");
        }
    }
}
