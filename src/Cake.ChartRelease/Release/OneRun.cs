using Cake.Core;
using ChartRelease.Release;
using ChartRelease.Release.Progress;

namespace Cake.ChartRelease;

/// <summary>What an alias with settings does: a pipeline for one step, and its end.</summary>
internal static class OneRun
{
    public static async Task<T> RunAsync<T>(ICakeContext context, ReleaseOptions options, Func<ReleasePipeline, Task<T>> step)
    {
        var pipeline = Pipeline(context, options);
        await using var disposal = pipeline.ConfigureAwait(false);
        return await step(pipeline).ConfigureAwait(false);
    }

    // Cake has no synchronization context that could wait for itself.
    public static T Wait<T>(Task<T> run) => run.GetAwaiter().GetResult();

    public static ReleasePipeline Pipeline(ICakeContext context, ReleaseOptions options)
    {
        var log = new CakeReleaseLog(context.Log);
        return new ReleasePipeline(options, new HelmProvider(context, options, log).GetAsync, log, NullReleaseProgress.Instance);
    }
}
