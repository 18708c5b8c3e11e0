#pragma warning disable CA1812, IDE0052 // These types are read as metadata, never created.

using Cake.ChartRelease;
using Cake.Frosting;
using Cake.Frosting.ChartRelease;

// Tasks that break the rule on purpose, so that a test shows it can fail; and one that keeps it, as a measure.
namespace ChartRelease.Integration.Tasks;

internal sealed class OneAwait : AsyncFrostingTask<ReleaseContext>
{
    public override async Task RunAsync(ReleaseContext context) => context.Output.Show(await context.ChartReleasePlanAsync(context.Pipeline, context.Cancellation));
}

internal sealed class Decides : FrostingTask<ReleaseContext>
{
    public override void Run(ReleaseContext context) => context.Output.ShowCleaned(context.Pipeline.Options.AllowDirty ? [] : context.ChartReleaseClean(context.Pipeline));
}

internal sealed class DecidesInAsync : AsyncFrostingTask<ReleaseContext>
{
    public override async Task RunAsync(ReleaseContext context)
    {
        var plan = await context.ChartReleasePlanAsync(context.Pipeline, context.Cancellation);
        if (!context.Pipeline.Options.AllowDirty)
        {
            context.Output.Show(plan);
        }
    }
}

internal sealed class TakesTwoSteps : AsyncFrostingTask<ReleaseContext>
{
    public override async Task RunAsync(ReleaseContext context)
    {
        await context.ChartLintAsync(context.Pipeline, context.Cancellation);
        await context.ChartReleasePlanAsync(context.Pipeline, context.Cancellation);
    }
}

internal sealed class PassesTheAliasesBy : AsyncFrostingTask<ReleaseContext>
{
    public override async Task RunAsync(ReleaseContext context) => context.Output.Show(await context.Pipeline.PlanAsync(context.Cancellation));
}

internal sealed class ReadsAFile : FrostingTask<ReleaseContext>
{
    public override void Run(ReleaseContext context) => File.ReadAllText("x");
}

internal sealed class KeepsState : FrostingTask<ReleaseContext>
{
    private int _runs;

    public override void Run(ReleaseContext context) => _runs++;
}

internal sealed class TakesAService(IDisposable service) : FrostingTask<ReleaseContext>
{
    public override void Run(ReleaseContext context) => service.Dispose();
}

internal sealed class HasAMethod : FrostingTask<ReleaseContext>
{
    public override void Run(ReleaseContext context) => Help(context);

    private static void Help(ReleaseContext context) => context.Output.ShowCleaned([]);
}
