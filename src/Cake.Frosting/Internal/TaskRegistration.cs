using Cake.Core;
using Cake.Core.Diagnostics;

namespace Cake.Frosting.Internal;

/// <summary>Hands the tasks to the engine.</summary>
internal sealed class TaskRegistration(ICakeEngine engine, IFrostingContext context, ICakeLog log, IEnumerable<IFrostingTask> tasks)
{
    public void Register()
    {
        foreach (var task in tasks)
        {
            Register(task);
        }
    }

    private void Register(IFrostingTask task)
    {
        var type = task.GetType();
        var shape = task as ITaskShape
            ?? throw new FrostingException($"The task '{type.FullName}' must derive from {nameof(FrostingTask)} or {nameof(AsyncFrostingTask)}.");
        if (!shape.ContextType.IsInstanceOfType(context))
        {
            log.Warning("The task '{0}' is left out: it needs a context of type {1}.", TaskTraits.NameOf(type), shape.ContextType.FullName);
            return;
        }

        log.Debug("Registering task: {0}", TaskTraits.NameOf(type));
        var builder = engine.RegisterTask(TaskTraits.NameOf(type));
        AddMethods(builder, task, shape.Overridden);
        AddTraits(builder, type);
    }

    private void AddMethods(CakeTaskBuilder builder, IFrostingTask task, TaskParts overridden)
    {
        // A task without an action is one that the engine leaves out of its report.
        if (overridden.HasFlag(TaskParts.Run))
        {
            builder.Does(task.RunAsync);
        }

        if (overridden.HasFlag(TaskParts.ShouldRun))
        {
            builder.WithCriteria(task.ShouldRun, task.SkippedMessage);
        }

        // An error handler that does nothing would swallow the failure.
        if (overridden.HasFlag(TaskParts.OnError))
        {
            builder.OnError(exception => task.OnError(exception, context));
        }

        if (overridden.HasFlag(TaskParts.Finally))
        {
            builder.Finally(() => task.Finally(context));
        }
    }

    private static void AddTraits(CakeTaskBuilder builder, Type type)
    {
        if (TaskTraits.DescriptionOf(type) is { Length: > 0 } description)
        {
            builder.Description(description);
        }

        if (TaskTraits.ContinuesOnError(type))
        {
            builder.ContinueOnError();
        }

        foreach (var dependency in TaskTraits.DependenciesOf(type))
        {
            builder.IsDependentOn(dependency);
        }

        foreach (var dependee in TaskTraits.DependeesOf(type))
        {
            builder.IsDependeeOf(dependee);
        }
    }
}
