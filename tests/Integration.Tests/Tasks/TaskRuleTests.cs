using Cake.Frosting;
using Cake.Frosting.ChartRelease;

namespace ChartRelease.Integration.Tasks;

/// <summary>Tasks hold no logic; the rule is also shown to fail on tasks that do.</summary>
public sealed class TaskRuleTests
{
    public static TheoryData<Type> AllTasks =>
        [.. typeof(PublishTask).Assembly.GetExportedTypes().Where(type => type.IsAssignableTo(typeof(IFrostingTask)) && !type.IsAbstract)];

    [Theory]
    [MemberData(nameof(AllTasks))]
    public void A_task_holds_no_logic(Type task) => Assert.Empty(TaskRules.Violations(task));

    [Fact]
    public void The_tasks_are_found() => Assert.Contains(typeof(PublishTask), AllTasks.Select(row => row.Data));

    [Theory]
    [InlineData(typeof(Decides), "Run decides")]
    [InlineData(typeof(DecidesInAsync), "RunAsync decides")]
    [InlineData(typeof(TakesTwoSteps), "RunAsync takes several steps")]
    [InlineData(typeof(PassesTheAliasesBy), "RunAsync calls ChartRelease.Release.ReleasePipeline.PlanAsync")]
    [InlineData(typeof(ReadsAFile), "Run calls System.IO.File.ReadAllText")]
    [InlineData(typeof(KeepsState), "keeps _runs")]
    [InlineData(typeof(TakesAService), "takes service")]
    [InlineData(typeof(HasAMethod), "has its own Help")]
    public void Logic_in_a_task_would_be_seen(Type task, string violation) => Assert.Contains(violation, TaskRules.Violations(task));
}
