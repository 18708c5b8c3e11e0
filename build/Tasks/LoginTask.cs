using Cake.ChartRelease;

namespace Cake.Frosting.ChartRelease;

/// <summary>Finds credentials and proves that they may push.</summary>
[TaskName("Login")]
[TaskDescription("Find credentials and prove that they may push.")]

public sealed class LoginTask : AsyncFrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override async Task RunAsync(ReleaseContext context) =>
        context.Output.Show(await context.ChartLoginAsync(context.Pipeline, context.Cancellation));
}
