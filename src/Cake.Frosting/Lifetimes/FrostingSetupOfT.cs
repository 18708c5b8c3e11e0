using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a setup with a context of its own.</summary>
/// <typeparam name="TContext">Type of the context; the host's must be of it.</typeparam>
public abstract class FrostingSetup<TContext> : IFrostingSetup
    where TContext : ICakeContext
{
    /// <inheritdoc cref="IFrostingSetup.Setup"/>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <inheritdoc/>
    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);
}
