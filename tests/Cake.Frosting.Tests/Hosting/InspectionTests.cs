using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Hosting;

public sealed class InspectionTests
{
    private static readonly Type[] Tasks = [typeof(Leaf), typeof(Root)];

    [Theory]
    [InlineData("--tree")]
    [InlineData("--showtree")]
    public void The_tree_shows_each_task_below_those_that_need_it_and_runs_none(string option)
    {
        var run = Host.Run(Tasks, option);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("Root\n└─Leaf\n", run.Output.Trim('\n') + "\n");
        Assert.Empty(run.Journal);
    }

    [Theory]
    [InlineData("--description")]
    [InlineData("--descriptions")]
    [InlineData("--showdescription")]
    [InlineData("--showdescriptions")]
    public void The_description_lists_each_task_and_runs_none(string option)
    {
        var run = Host.Run(Tasks, option);

        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"Leaf\s+Grows", run.Descriptions);
        Assert.Contains("Root", run.Descriptions, StringComparison.Ordinal);
        Assert.Empty(run.Journal);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("--ver")]
    public async Task The_version_is_the_one_line_that_the_program_calls_its_description(string option)
    {
        var run = await SampleProcess.RunAsync(option);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal("A pipeline of a few tasks that the tests run as a process of its own.", run.Output.Trim());
    }

    [Fact]
    public void Info_shows_the_version_and_runs_none()
    {
        var run = Host.Run(Tasks, "--info", "-t", "Root");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Version: ", run.Output, StringComparison.Ordinal);
        Assert.Empty(run.Journal);
    }

    [Theory]
    [InlineData("-h")]
    [InlineData("--help")]
    public async Task Help_lists_every_option_and_runs_none(string option)
    {
        var run = await SampleProcess.RunAsync(option);

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            [
                "-t, --target <TARGET>", "-w, --working <PATH>", "-v, --verbosity <VERBOSITY>", "--description", "--tree", "--dryrun",
                "-e, --exclusive", "--version", "--info", "-h, --help",
            ],
            line => Assert.Contains(line, run.Output, StringComparison.Ordinal));
        Assert.DoesNotContain("Hello", run.Output, StringComparison.Ordinal);
    }

    [TaskDescription("Grows")]
    private sealed class Leaf(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(Leaf))]
    private sealed class Root(Journal journal) : NotingTask(journal);
}
