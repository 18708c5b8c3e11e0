using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Tasks;

public sealed class FailureTests
{
    [Fact]
    public void A_failing_task_ends_the_run_with_1_whatever_exit_code_it_carries()
    {
        var run = Host.Run([typeof(Fails), typeof(After)], "-t", "After");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("It broke.", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Errors, StringComparison.Ordinal);
        Assert.Equal(["Fails Failed"], run.Statuses);
        Assert.Empty(run.Journal);
    }

    [Fact]
    public void A_failure_shows_its_stack_at_diagnostic_verbosity_only()
    {
        var run = Host.Run([typeof(Fails)], "-t", "Fails", "-v", "Diagnostic");

        Assert.Contains("   at ", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_with_ContinueOnError_is_reported_and_the_run_goes_on()
    {
        var run = Host.Run([typeof(FailsSoftly), typeof(AfterSoftly)], "-t", "AfterSoftly");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["FailsSoftly Failed", "AfterSoftly Succeeded"], run.Statuses);
        Assert.Equal(["AfterSoftly"], run.Journal);
    }

    [Fact]
    public void An_OnError_that_returns_swallows_the_failure()
    {
        var run = Host.Run([typeof(Handles)], "-t", "Handles");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["error: It broke."], run.Journal);
    }

    [Fact]
    public void An_OnError_that_throws_ends_the_run()
    {
        var run = Host.Run([typeof(Rethrows)], "-t", "Rethrows");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("It broke.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void Finally_runs_after_a_success_and_after_a_failure()
    {
        Assert.Equal(["run", "finally"], Host.Run([typeof(TidiesUp)], "-t", "TidiesUp").Journal);
        Assert.Equal(["finally"], Host.Run([typeof(FailsAndTidiesUp)], "-t", "FailsAndTidiesUp").Journal);
    }

    private static CakeException Broken() => new(42, "It broke.");

    private sealed class Fails : FrostingTask
    {
        public override void Run(ICakeContext context) => throw Broken();
    }

    [IsDependentOn(typeof(Fails))]
    private sealed class After(Journal journal) : NotingTask(journal);

    [ContinueOnError]
    private sealed class FailsSoftly : FrostingTask
    {
        public override void Run(ICakeContext context) => throw Broken();
    }

    [IsDependentOn(typeof(FailsSoftly))]
    private sealed class AfterSoftly(Journal journal) : NotingTask(journal);

    private sealed class Handles(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw Broken();

        public override void OnError(Exception exception, ICakeContext context) => journal.Add($"error: {exception.Message}");
    }

    private sealed class Rethrows : FrostingTask
    {
        public override void Run(ICakeContext context) => throw Broken();

        public override void OnError(Exception exception, ICakeContext context) => throw exception;
    }

    private sealed class TidiesUp(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => journal.Add("run");

        public override void Finally(ICakeContext context) => journal.Add("finally");
    }

    private sealed class FailsAndTidiesUp(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) => throw Broken();

        public override void Finally(ICakeContext context) => journal.Add("finally");
    }
}
