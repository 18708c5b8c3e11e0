using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a task setup with a context of its own.</summary>
/// <typeparam name="TContext">Type of the context; the host's must be of it.</typeparam>
public abstract class FrostingTaskSetup<TContext> : IFrostingTaskSetup
    where TContext : ICakeContext
{
    /// <inheritdoc cref="IFrostingTaskSetup.Setup"/>
    public abstract void Setup(TContext context, ITaskSetupContext info);

    /// <inheritdoc/>
    void IFrostingTaskSetup.Setup(ICakeContext context, ITaskSetupContext info) => Setup((TContext)context, info);
}
