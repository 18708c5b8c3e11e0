using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Reads back what was published.</summary>
[TaskName(Name)]
[TaskDescription("Read back by tag and digest, byte for byte, then with helm.")]
[IsDependentOn(typeof(PushTask))]
public sealed class VerifyTask : AsyncFrostingTask<ReleaseContext>
{
    internal const string Name = "Verify";

    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        await context.ChartVerifyAsync(context.Pipeline, context.Cancellation);
}
