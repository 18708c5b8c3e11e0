using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a setup and teardown of the run with a context of its own.</summary>
/// <typeparam name="TContext">Type of the context; the host's must be of it.</typeparam>
public abstract class FrostingLifetime<TContext> : IFrostingLifetime
    where TContext : ICakeContext
{
    /// <inheritdoc cref="IFrostingSetup.Setup"/>
    public abstract void Setup(TContext context, ISetupContext info);

    /// <inheritdoc cref="IFrostingTeardown.Teardown"/>
    public abstract void Teardown(TContext context, ITeardownContext info);

    /// <inheritdoc/>
    void IFrostingSetup.Setup(ICakeContext context, ISetupContext info) => Setup((TContext)context, info);

    /// <inheritdoc/>
    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
