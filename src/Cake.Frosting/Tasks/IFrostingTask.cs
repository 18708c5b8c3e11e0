using Cake.Core;

namespace Cake.Frosting;

/// <summary>A task. Derive from <see cref="FrostingTask{T}"/> or <see cref="AsyncFrostingTask{T}"/>; the host refuses anything else.</summary>
public interface IFrostingTask
{
    /// <summary>Does the work.</summary>
    /// <param name="context">The host's context.</param>
    Task RunAsync(ICakeContext context);

    /// <summary>Tells whether the task has to run. A skipped target is an error, a skipped dependency is not.</summary>
    /// <param name="context">The host's context.</param>
    bool ShouldRun(ICakeContext context);

    /// <summary>Reason shown when <see cref="ShouldRun"/> said no; empty for none.</summary>
    string SkippedMessage => string.Empty;

    /// <summary>Handles a failure of <see cref="RunAsync"/>. Returning normally swallows it.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="context">The host's context.</param>
    void OnError(Exception exception, ICakeContext context);

    /// <summary>Runs after the task, failed or not, and before the task's teardown.</summary>
    /// <param name="context">The host's context.</param>
    void Finally(ICakeContext context);
}
