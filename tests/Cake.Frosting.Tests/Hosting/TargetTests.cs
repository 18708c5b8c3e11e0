using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Hosting;

public sealed class TargetTests
{
    [Fact]
    public void An_unknown_target_is_an_error()
    {
        var run = Host.Run([typeof(Known)], "-t", "X");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The target 'X' was not found.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_target_among_others_runs_nothing()
    {
        var run = Host.Run([typeof(Known)], "-t", "Known", "-t", "X");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Journal);
    }

    [Fact]
    public void Without_a_Default_task_no_target_is_an_error()
    {
        var run = Host.Run([typeof(Known)]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("The target 'Default' was not found.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_task_is_exit_code_1_of_the_process()
    {
        var run = await SampleProcess.RunAsync("--target=Fails");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("This task always fails.", run.Errors, StringComparison.Ordinal);
    }

    private sealed class Known(Journal journal) : NotingTask(journal);
}
