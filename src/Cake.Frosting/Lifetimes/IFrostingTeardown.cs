using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs once, after the last task, failed or not; in a dry run too.</summary>
public interface IFrostingTeardown
{
    /// <summary>Tidies up after the run.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="info">How the run ended.</param>
    void Teardown(ICakeContext context, ITeardownContext info);
}
