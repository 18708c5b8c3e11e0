using Cake.Core;

namespace Cake.Frosting.ChartRelease;

/// <summary>Makes the pipeline of a run, and reports its end.</summary>
/// <param name="ownArguments">Arguments that are no settings and allowed.</param>
public sealed class ReleaseLifetime(OwnArguments ownArguments) : FrostingLifetime<ReleaseContext>
{
    /// <inheritdoc/>
    public override void Setup(ReleaseContext context, ISetupContext info) => context.Run = new ReleaseRun(context, info.TasksToExecute, ownArguments);

    /// <inheritdoc/>
    public override void Teardown(ReleaseContext context, ITeardownContext info)
    {
        if (info.ThrownException is { } exception)
        {
            ReleaseOutput.ShowFailure(context, exception);
        }

        if (!context.HasRun)
        {
            return;
        }

        // Cake's teardown is synchronous; there is no context to deadlock on.
        context.Run.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
