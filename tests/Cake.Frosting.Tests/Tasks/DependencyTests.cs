using Cake.Frosting.Tests.Support;

namespace Cake.Frosting.Tests.Tasks;

public sealed class DependencyTests
{
    private static readonly Type[] Chain = [typeof(Third), typeof(Second), typeof(First)];

    [Fact]
    public void Dependencies_run_first_and_once()
    {
        var run = Host.Run([.. Chain, typeof(AlsoFirst)], "-t", "Third");

        Assert.Equal(["First", "Second", "Third"], run.Journal);
    }

    [Fact]
    public void A_dependee_runs_before_the_task_it_names()
    {
        var run = Host.Run([.. Chain, typeof(Early)], "-t", "Third");

        Assert.Equal(["First", "Early", "Second", "Third"], run.Journal);
    }

    [Theory]
    [InlineData("--exclusive")]
    [InlineData("-e")]
    public void An_exclusive_target_runs_without_its_dependencies(string option)
    {
        var run = Host.Run(Chain, "-t", "Third", option);

        Assert.Equal(["Third"], run.Journal);
    }

    [Fact]
    public void Several_targets_form_one_graph_ordered_by_dependencies()
    {
        var run = Host.Run(Chain, "--target", "Third", "--target=First", "-t", "Second");

        Assert.Equal(["First", "Second", "Third"], run.Journal);
    }

    [Fact]
    public void Several_exclusive_targets_run_those_only()
    {
        var run = Host.Run(Chain, "-t", "Third", "-t", "First", "-e");

        Assert.Equal(["First", "Third"], run.Journal);
    }

    [Fact]
    public void A_name_given_by_attribute_serves_dependencies()
    {
        var run = Host.Run([typeof(Renamed), typeof(NeedsRenamed)], "-t", "NeedsRenamed");

        Assert.Equal(["Renamed", "NeedsRenamed"], run.Journal);
    }

    [Theory]
    [InlineData(typeof(NeedsNoTask), "The dependency 'String' is not a valid task.")]
    [InlineData(typeof(ServesNoTask), "The reverse dependency 'String' is not a valid task.")]
    public void A_dependency_on_something_else_than_a_task_is_an_error(Type task, string message)
    {
        var run = Host.Run([task], "-t", task.Name);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains(message, run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Journal);
    }

    [Fact]
    public void A_circle_of_dependencies_is_an_error()
    {
        var run = Host.Run([typeof(Chicken), typeof(Egg)], "-t", "Egg");

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(run.Journal);
    }

    private sealed class First(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(First))]
    private sealed class Second(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(First))]
    private sealed class AlsoFirst(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(First))]
    [IsDependentOn(typeof(Second))]
    private sealed class Third(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(First))]
    [IsDependeeOf(typeof(Second))]
    private sealed class Early(Journal journal) : NotingTask(journal);

    [TaskName("A name")]
    private sealed class Renamed(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(Renamed))]
    private sealed class NeedsRenamed(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(string))]
    private sealed class NeedsNoTask(Journal journal) : NotingTask(journal);

    [IsDependeeOf(typeof(string))]
    private sealed class ServesNoTask(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(Egg))]
    private sealed class Chicken(Journal journal) : NotingTask(journal);

    [IsDependentOn(typeof(Chicken))]
    private sealed class Egg(Journal journal) : NotingTask(journal);
}
