using Cake.Core;
using Cake.Frosting.Internal;

namespace Cake.Frosting;

/// <summary>Base of an asynchronous task with a context of its own.</summary>
/// <typeparam name="T">Type of the context; a task whose type the host's context does not have is left out with a warning.</typeparam>
public abstract class AsyncFrostingTask<T> : IFrostingTask, ITaskShape
    where T : ICakeContext
{
    /// <inheritdoc/>
    Type ITaskShape.ContextType => typeof(T);

    /// <inheritdoc/>
    TaskParts ITaskShape.Overridden =>
        TaskParts.Run.IfOverridden((Func<T, Task>)RunAsync, typeof(AsyncFrostingTask<T>))
        | TaskParts.ShouldRun.IfOverridden((Func<T, bool>)ShouldRun, typeof(AsyncFrostingTask<T>))
        | TaskParts.OnError.IfOverridden((Action<Exception, T>)OnError, typeof(AsyncFrostingTask<T>))
        | TaskParts.Finally.IfOverridden((Action<T>)Finally, typeof(AsyncFrostingTask<T>));

    /// <summary>Does the work. A task without an override only groups its dependencies and is left out of the report.</summary>
    /// <param name="context">The host's context.</param>
    public virtual Task RunAsync(T context) => Task.CompletedTask;

    /// <summary>Tells whether the task has to run; always, unless overridden.</summary>
    /// <param name="context">The host's context.</param>
    public virtual bool ShouldRun(T context) => true;

    /// <summary>Handles a failure. An override that returns normally swallows it; without one it ends the run.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="context">The host's context.</param>
    public virtual void OnError(Exception exception, T context)
    {
    }

    /// <summary>Runs after the task, failed or not, and before the task's teardown.</summary>
    /// <param name="context">The host's context.</param>
    public virtual void Finally(T context)
    {
    }

    /// <inheritdoc/>
    Task IFrostingTask.RunAsync(ICakeContext context) => RunAsync((T)context);

    /// <inheritdoc/>
    bool IFrostingTask.ShouldRun(ICakeContext context) => ShouldRun((T)context);

    /// <inheritdoc/>
    void IFrostingTask.OnError(Exception exception, ICakeContext context) => OnError(exception, (T)context);

    /// <inheritdoc/>
    void IFrostingTask.Finally(ICakeContext context) => Finally((T)context);
}
