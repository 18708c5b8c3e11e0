using Cake.Core;

namespace Cake.Frosting;

/// <summary>Base of a teardown with a context of its own.</summary>
/// <typeparam name="TContext">Type of the context; the host's must be of it.</typeparam>
public abstract class FrostingTeardown<TContext> : IFrostingTeardown
    where TContext : ICakeContext
{
    /// <inheritdoc cref="IFrostingTeardown.Teardown"/>
    public abstract void Teardown(TContext context, ITeardownContext info);

    /// <inheritdoc/>
    void IFrostingTeardown.Teardown(ICakeContext context, ITeardownContext info) => Teardown((TContext)context, info);
}
