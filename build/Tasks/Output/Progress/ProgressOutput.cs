using Cake.ChartRelease;
using Cake.Core;
using Cake.Core.Diagnostics;
using ChartRelease;
using ChartRelease.Release;
using ChartRelease.Release.Progress;

namespace Cake.Frosting.ChartRelease;

/// <summary>Where a run tells how far it is, and the log that goes with it.</summary>
/// <param name="Progress">Gets the steps.</param>
/// <param name="Log">Gets the lines.</param>
internal sealed record ProgressOutput(IReleaseProgress Progress, IReleaseLog Log)
{
    /// <summary>Chooses by the surroundings.</summary>
    public static ProgressOutput Create(ICakeContext context, ReleaseOptions options)
    {
        var surroundings = new OutputSurroundings
        {
            IsTerminal = !Console.IsOutputRedirected,
            IsWindows = OperatingSystem.IsWindows(),
            Format = options.Output,
            Verbosity = context.Log.Verbosity,
            Variable = Environment.GetEnvironmentVariable,
        };
        var log = new CakeReleaseLog(context.Log);
        switch (surroundings.Mode)
        {
            case ProgressMode.Live:
                var live = Live(log, context.Log.Verbosity);
                return new ProgressOutput(live, live);
            case ProgressMode.Plain:
                return new ProgressOutput(new PlainProgress(log, TimeProvider.System), log);
            default:
                return new ProgressOutput(NullReleaseProgress.Instance, log);
        }
    }

    private static LiveProgress Live(CakeReleaseLog log, Verbosity verbosity)
    {
        var least = verbosity >= Verbosity.Normal ? ReleaseLogLevel.Information : ReleaseLogLevel.Warning;
        return new LiveProgress(log, board => new LiveScreen(board, log, LiveScreen.Blink, feed => LiveDrawing.Draw(feed, least)), TimeProvider.System);
    }
}
