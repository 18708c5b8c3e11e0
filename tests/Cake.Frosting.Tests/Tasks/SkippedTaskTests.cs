using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Tasks;

public sealed class SkippedTaskTests
{
    [Fact]
    public void A_skipped_dependency_is_no_error()
    {
        var run = Host.Run([typeof(Skipped), typeof(NeedsSkipped)], "-t", "NeedsSkipped");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["NeedsSkipped"], run.Journal);
        Assert.Equal(["Skipped Skipped", "NeedsSkipped Succeeded"], run.Statuses);
    }

    [Fact]
    public void A_skipped_target_is_an_error()
    {
        var run = Host.Run([typeof(Skipped)], "-t", "Skipped");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Could not reach target 'Skipped'", run.Errors, StringComparison.Ordinal);
        Assert.Contains("nothing to do", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_without_Run_is_left_out_of_the_report_and_its_dependencies_run()
    {
        var run = Host.Run([typeof(Single), typeof(Group)], "-t", "Group");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["Single Succeeded"], run.Statuses);
    }

    private sealed class Skipped(Journal journal) : NotingTask(journal), IFrostingTask
    {
        public string SkippedMessage => "nothing to do";

        public override bool ShouldRun(ICakeContext context) => false;
    }

    [IsDependentOn(typeof(Skipped))]
    private sealed class NeedsSkipped(Journal journal) : NotingTask(journal);

    private sealed class Single(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(Single))]
    private sealed class Group : FrostingTask;
}
