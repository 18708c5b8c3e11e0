using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a setup and teardown of each task with a context of its own.</summary>
/// <typeparam name="TContext">Type of the context; the host's must be of it.</typeparam>
public abstract class FrostingTaskLifetime<TContext> : IFrostingTaskLifetime
    where TContext : ICakeContext
{
    /// <inheritdoc cref="IFrostingTaskSetup.Setup"/>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    /// <inheritdoc cref="IFrostingTaskTeardown.Teardown"/>
    public abstract void Teardown(TContext context, ITaskTeardownContext info);

    /// <inheritdoc/>
    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);

    /// <inheritdoc/>
    void IFrostingTaskTeardown.Teardown(ICakeContext context, ITaskTeardownContext info) => Teardown((TContext)context, info);
}
