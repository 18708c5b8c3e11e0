using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs before each task, skipped ones included; not in a dry run.</summary>
public interface IFrostingTaskSetup
{
    /// <summary>Prepares one task.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="info">The task.</param>
    void Setup(ICakeContext context, ITaskSetupContext info);
}
