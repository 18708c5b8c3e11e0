using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Executes the plan.</summary>
[TaskName("Push")]
[TaskDescription("Push what is absent, skip what is the same, refuse what differs.")]
[IsDependentOn(typeof(PackageTask))]
[IsDependentOn(typeof(LoginTask))]
public sealed class PushTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        await context.ChartPushAsync(context.Pipeline, context.VerifyFollows, context.Cancellation);
}
