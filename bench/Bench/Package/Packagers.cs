using System.Diagnostics;
using ChartRelease.Release;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Package;

/// <summary>The ways to package all charts of a repository; each run writes to a folder of its own.</summary>
/// <param name="repository">Holds the charts.</param>
/// <param name="helm">Full path of helm.</param>
internal sealed class Packagers(ReleaseRepository repository, string helm)
{
    // Given by the shell, as a user would.
    private const string OneProcess = """mkdir "$OUT" && "$HELM" package charts/* --destination "$OUT" """;
    private const string Loop = """mkdir "$OUT" && for chart in charts/*; do "$HELM" package "$chart" --destination "$OUT"; done""";

    private int _runs;

    /// <summary>Processor seconds for each second of the last run in this process.</summary>
    public double Busy { get; private set; }

    /// <summary>This library in this process: Git is read, archives are written.</summary>
    public async Task<double> InProcessAsync()
    {
        using var self = Process.GetCurrentProcess();
        var (clock, before) = (Stopwatch.StartNew(), self.TotalProcessorTime);
        await using var pipeline = new ReleasePipeline(
            new ReleaseOptions { WorkingDirectory = repository.Git.Path, Artifacts = Next() },
            _ => throw new InvalidOperationException("Package needs no helm here."),
            NullReleaseLog.Instance,
            NullReleaseProgress.Instance);
        await pipeline.PackageAsync(CancellationToken.None);
        var seconds = clock.Elapsed.TotalSeconds;
        self.Refresh();
        Busy = (self.TotalProcessorTime - before).TotalSeconds / seconds;
        return seconds;
    }

    /// <summary>The whole command, from nothing.</summary>
    public async Task<double> ProcessAsync()
    {
        var clock = Stopwatch.StartNew();
        var result = await repository.RunAsync("--target=Package", "--exclusive", "--verbosity=quiet", $"--artifacts={Next()}");
        return result.ExitCode == 0 ? clock.Elapsed.TotalSeconds : throw new InvalidOperationException(result.ToString());
    }

    /// <summary>helm with all charts in one process.</summary>
    public Task<double> HelmAsync() => HelmAsync(OneProcess);

    /// <summary>helm with one chart in each process.</summary>
    public Task<double> HelmLoopAsync() => HelmAsync(Loop);

    private Task<double> HelmAsync(string script)
    {
        Directory.CreateDirectory(repository.Git.Combine("artifacts"));
        var environment = new Dictionary<string, string> { ["HOME"] = repository.Home, ["HELM"] = helm, ["OUT"] = Next() };
        return Task.Run(() => Command.Time(repository.Git.Path, environment, "bash", "-euc", script).Seconds);
    }

    private string Next() => $"artifacts/{++_runs}";
}
