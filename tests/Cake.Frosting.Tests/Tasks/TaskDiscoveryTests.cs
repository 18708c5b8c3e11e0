using Cake.Frosting.Sample;
using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Tasks;

public sealed class TaskDiscoveryTests
{
    [Fact]
    public async Task Tasks_of_the_entry_assembly_are_found()
    {
        var run = await SampleProcess.RunAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Hello, world!", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Tasks_of_an_added_assembly_are_found()
    {
        var run = Host.Run([], host => host.AddAssembly(typeof(HelloTask).Assembly));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("Hello, world!", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Hidden")]
    [InlineData("Unfinished")]
    public void Internal_and_abstract_classes_are_not_found(string target)
    {
        var run = Host.Run([], host => host.AddAssembly(typeof(HelloTask).Assembly), "--target", target);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"The target '{target}' was not found.", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_without_a_name_has_its_class_name_in_any_case()
    {
        var run = Host.Run([typeof(Plain)], "--target=plain");

        Assert.Equal(["Plain"], run.Journal);
    }

    [Fact]
    public void A_named_task_is_not_known_by_its_class_name()
    {
        Assert.Equal(["Named"], Host.Run([typeof(Named)], "-t", "Some-Name").Journal);
        Assert.Equal(1, Host.Run([typeof(Named)], "-t", "Named").ExitCode);
    }

    [Fact]
    public void Two_tasks_of_one_name_are_an_error()
    {
        var run = Host.Run([typeof(Plain), typeof(Plain)], "-t", "Plain");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Another task with the name 'Plain'", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_task_that_is_not_built_on_a_task_base_is_an_error()
    {
        var run = Host.Run([typeof(Foreign), typeof(Plain)], "-t", "Plain");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Journal);
    }

    private sealed class Plain(Journal journal) : NotingTask(journal);

    [TaskName("Some-Name")]
    private sealed class Named(Journal journal) : NotingTask(journal);

    private sealed class Foreign : IFrostingTask
    {
        public Task RunAsync(Core.ICakeContext context) => Task.CompletedTask;

        public bool ShouldRun(Core.ICakeContext context) => true;

        public void OnError(Exception exception, Core.ICakeContext context)
        {
        }

        public void Finally(Core.ICakeContext context)
        {
        }
    }
}
