using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Lifetimes;

public sealed class LifetimeTests
{
    private static readonly Type[] Tasks = [typeof(Skipped), typeof(Work), typeof(Fails)];

    [Fact]
    public void Setup_and_teardown_surround_the_tasks_and_theirs_each_task()
    {
        var run = Host.Run(Tasks, WithLifetimes, "-t", "Work");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            [
                "setup of Work",
                "before Skipped", "after Skipped, skipped True",
                "before Work", "Work", "finally Work", "after Work, skipped False",
                "teardown, successful True",
            ],
            run.Journal);
    }

    [Fact]
    public void Teardowns_run_after_a_failure_and_know_of_it()
    {
        var run = Host.Run(Tasks, WithLifetimes, "-t", "Fails");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            ["setup of Fails", "before Fails", "after Fails, skipped False", "teardown, successful False"],
            run.Journal);
    }

    [Theory]
    [InlineData("--dryrun")]
    [InlineData("--noop")]
    [InlineData("--whatif")]
    public void A_dry_run_runs_setup_and_teardown_but_no_task_and_no_task_lifetime(string option)
    {
        var run = Host.Run(Tasks, WithLifetimes, "-t", "Work", option);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["setup of Work", "teardown, successful True"], run.Journal);
        Assert.Contains("1. Work", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Setup_and_teardown_can_be_registered_apart()
    {
        var run = Host.Run(
            Tasks,
            host => host.UseSetup<StartsUp>().UseTeardown<CleansUp>().UseTaskSetup<TaskSetup>().UseTaskTeardown<TaskTeardown>(),
            "-t",
            "Work",
            "-e");

        Assert.Equal(["setup", "task setup", "Work", "finally Work", "task teardown", "teardown"], run.Journal);
    }

    [Fact]
    public void The_last_lifetime_wins()
    {
        var run = Host.Run(Tasks, host => host.UseLifetime<Lifetime>().UseSetup<StartsUp>(), "-t", "Work", "-e");

        Assert.Equal(["setup", "Work", "finally Work", "teardown, successful True"], run.Journal);
    }

    [Fact]
    public void A_failing_setup_ends_the_run_after_the_teardown()
    {
        var run = Host.Run(Tasks, host => host.UseSetup<BrokenSetup>().UseTeardown<CleansUp>(), "-t", "Work");

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(["teardown"], run.Journal);
    }

    private static void WithLifetimes(CakeHost host) => host.UseLifetime<Lifetime>().UseTaskLifetime<TaskLifetime>();

    private sealed class Lifetime(Journal journal) : FrostingLifetime
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add($"setup of {info.TargetTask.Name}");

        public override void Teardown(ICakeContext context, ITeardownContext info) =>
            journal.Add($"teardown, successful {info.Successful}");
    }

    private sealed class TaskLifetime(Journal journal) : FrostingTaskLifetime<IFrostingContext>
    {
        public override void Setup(IFrostingContext context, ITaskSetupContext info) => journal.Add($"before {info.Task.Name}");

        public override void Teardown(IFrostingContext context, ITaskTeardownContext info) =>
            journal.Add($"after {info.Task.Name}, skipped {info.Skipped}");
    }

    private sealed class StartsUp(Journal journal) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add("setup");
    }

    private sealed class BrokenSetup : FrostingSetup<IFrostingContext>
    {
        public override void Setup(IFrostingContext context, ISetupContext info) => throw new CakeException("No.");
    }

    private sealed class CleansUp(Journal journal) : FrostingTeardown
    {
        public override void Teardown(ICakeContext context, ITeardownContext info) => journal.Add("teardown");
    }

    private sealed class TaskSetup(Journal journal) : FrostingTaskSetup
    {
        public override void Setup(ICakeContext context, ITaskSetupContext info) => journal.Add("task setup");
    }

    private sealed class TaskTeardown(Journal journal) : FrostingTaskTeardown
    {
        public override void Teardown(ICakeContext context, ITaskTeardownContext info) => journal.Add("task teardown");
    }

    private sealed class Skipped : FrostingTask
    {
        public override void Run(ICakeContext context)
        {
        }

        public override bool ShouldRun(ICakeContext context) => false;
    }

    [IsDependentOn(typeof(Skipped))]
    private sealed class Work(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add("Work");

        public override void Finally(ICakeContext context) => journal.Add("finally Work");
    }

    private sealed class Fails : FrostingTask
    {
        public override void Run(ICakeContext context) => throw new CakeException("It broke.");
    }
}
