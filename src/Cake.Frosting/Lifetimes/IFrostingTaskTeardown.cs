using Cake.Core;

namespace Cake.Frosting;

/// <summary>Runs after each task and its <c>Finally</c>, skipped ones included; not in a dry run.</summary>
public interface IFrostingTaskTeardown
{
    /// <summary>Tidies up after one task.</summary>
    /// <param name="context">The host's context.</param>
    /// <param name="info">The task and how it ended.</param>
    void Teardown(ICakeContext context, ITaskTeardownContext info);
}
