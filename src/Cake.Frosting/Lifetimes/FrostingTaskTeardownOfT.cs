using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a task teardown with a context of its own.</summary>
/// <typeparam name="TContext">Type of the context; the host's must be of it.</typeparam>
public abstract class FrostingTaskTeardown<TContext> : IFrostingTaskTeardown
    where TContext : ICakeContext
{
    /// <inheritdoc cref="IFrostingTaskTeardown.Teardown"/>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    /// <inheritdoc/>
    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info) => Teardown((TContext)context, info);
}
