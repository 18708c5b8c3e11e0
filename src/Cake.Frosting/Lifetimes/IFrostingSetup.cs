using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs once, before the first task; in a dry run too.</summary>
public interface IFrostingSetup
{
    /// <summary>Prepares the run. A failure ends it, after the teardown.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="info">The target and the tasks that will run.</param>
    void Setup(ICakeContext context, ISetupContext info);
}
