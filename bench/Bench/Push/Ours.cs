using System.Diagnostics;
using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Push;

/// <summary>What this repository does, without and with the start of a process.</summary>
/// <param name="repository">Holds the charts.</param>
/// <param name="host">The registry.</param>
internal sealed class Ours(ReleaseRepository repository, string host)
{
    private int _runs;

    /// <summary>The charts as they are pushed; the other contenders push the same bytes.</summary>
    public async Task<IReadOnlyList<PackagedChart>> PackageAsync()
    {
        await using var pipeline = Pipeline("none");
        return await pipeline.PackageAsync(CancellationToken.None);
    }

    /// <summary>What a user's release does once the charts are packaged: ask, decide, send, report. The forecast of <c>--target=Plan</c> is no part of it.</summary>
    /// <param name="path">Path in the registry.</param>
    /// <param name="verifyFollows">Whether the last look at the tags is left to Verify, as in a Publish; a Push alone waits for them to settle.</param>
    public async Task<double> InProcessAsync(string path, bool verifyFollows)
    {
        await using var pipeline = Pipeline(path);
        await pipeline.PackageAsync(CancellationToken.None);
        var clock = Stopwatch.StartNew();
        await pipeline.PushAsync(verifyFollows, CancellationToken.None);
        return clock.Elapsed.TotalSeconds;
    }

    /// <summary>The whole command, from nothing: start-up, reading Git, packaging and pushing.</summary>
    /// <param name="path">Path in the registry.</param>
    /// <param name="options"><c>--exclusive</c> leaves out what comes before: lint with a rendering by helm of each chart, and the proof of the credentials.</param>
    public async Task<double> ProcessAsync(string path, params string[] options)
    {
        var clock = Stopwatch.StartNew();
        var result = await repository.RunAsync(["--target=Push", $"--registry=oci://{host}/{path}", $"--artifacts=artifacts/{++_runs}", .. options]);
        var seconds = clock.Elapsed.TotalSeconds;
        return result.ExitCode == 0 ? seconds : throw new InvalidOperationException(result.ToString());
    }

    private ReleasePipeline Pipeline(string path) => new(
        new ReleaseOptions { WorkingDirectory = repository.Git.Path, Registries = [TargetReference.Parse($"oci://{host}/{path}")] },
        _ => throw new InvalidOperationException("Push needs no helm."),
        NullReleaseLog.Instance,
        NullReleaseProgress.Instance);
}
