using Cake.Core;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Tasks;

public sealed class AsyncTaskTests
{
    [Fact]
    public void An_asynchronous_task_is_awaited()
    {
        var run = Host.Run([typeof(Slow), typeof(AfterSlow)], "-t", "AfterSlow");

        Assert.Equal(["Slow", "AfterSlow"], run.Journal);
        Assert.Equal(["Slow Succeeded", "AfterSlow Succeeded"], run.Statuses);
    }

    [Fact]
    public void An_asynchronous_failure_is_handled_and_tidied_up()
    {
        var run = Host.Run([typeof(FailsSlowly)], "-t", "FailsSlowly");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["error: later", "finally"], run.Journal);
    }

    [Fact]
    public void An_asynchronous_task_can_be_skipped()
    {
        var run = Host.Run([typeof(NotNow)], "-t", "NotNow");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Journal);
    }

    [Fact]
    public void An_asynchronous_task_without_RunAsync_is_left_out_of_the_report()
    {
        var run = Host.Run([typeof(Slow), typeof(Group)], "-t", "Group");

        Assert.Equal(["Slow Succeeded"], run.Statuses);
    }

    private sealed class Slow(Journal journal) : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Yield();
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken);
            journal.Add("Slow");
        }
    }

    [IsDependentOn(typeof(Slow))]
    private sealed class AfterSlow(Journal journal) : NotingTask(journal);

    private sealed class FailsSlowly(Journal journal) : AsyncFrostingTask
    {
        public override async Task RunAsync(ICakeContext context)
        {
            await Task.Yield();
            throw new InvalidOperationException("later");
        }

        public override void OnError(Exception exception, ICakeContext context) => journal.Add($"error: {exception.Message}");

        public override void Finally(ICakeContext context) => journal.Add("finally");
    }

    private sealed class NotNow(Journal journal) : AsyncFrostingTask
    {
        public override Task RunAsync(ICakeContext context)
        {
            journal.Add("NotNow");
            return Task.CompletedTask;
        }

        public override bool ShouldRun(ICakeContext context) => false;
    }

    [IsDependentOn(typeof(Slow))]
    private sealed class Group : AsyncFrostingTask;
}
