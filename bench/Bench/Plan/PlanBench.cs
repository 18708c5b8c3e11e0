using System.Diagnostics;
using System.Globalization;
using ChartRelease.Bench.Memory;
using ChartRelease.Release;
using ChartRelease.Release.Progress;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Plan;

/// <summary>
/// What a plan takes, for growing numbers of charts and commits: the history of all charts in the core, <c>build.sh --target=Plan</c> as a whole with
/// its memory, and beside it a shell loop of <c>git log -1 -- FOLDER</c>.
/// </summary>
internal static class PlanBench
{
    /// <summary>Charts the loop is run for when there are more; its time is then scaled.</summary>
    private const int Sample = 50;

    private static readonly (int Charts, int Commits)[] _sizes = [(10, 10_000), (100, 10_000), (1_000, 100), (1_000, 1_000), (1_000, 10_000)];

    public static async Task<int> RunAsync(int runs)
    {
        Say($"{Environment.ProcessorCount} processors, medians of {runs}; * scaled from a sample of {Sample} charts");
        Say($"{"charts",7} {"commits",8} {"tags",6} | {"history ms",11} | {"build.sh ms",12} {"host MB",8} {"git MB",7} | {"shell loop ms",14}");
        foreach (var (charts, commits) in _sizes)
        {
            using var repository = await ReleaseRepository.EmptyAsync();
            var tags = await GeneratedHistory.WriteAsync(repository.Git, charts, commits);
            var history = new List<double>();
            var whole = new List<double>();
            var (host, git) = (0.0, 0.0);
            for (var run = 0; run < runs; run++)
            {
                history.Add(await HistoryAsync(repository, charts));
                var clock = Stopwatch.StartNew();
                var peaks = await MemoryWatch.RunAsync(repository, "--target=Plan", "--output=json");
                whole.Add(clock.Elapsed.TotalMilliseconds);
                (host, git) = (Math.Max(host, peaks["host"]), Math.Max(git, peaks.GetValueOrDefault("git")));
            }

            var (loop, isScaled) = Loop(repository, charts);
            Say($"{charts,7} {commits,8} {tags,6} | {Statistics.Median(history),11:F0} | {Statistics.Median(whole),12:F0} {host,8:F0} {git,7:F0} | {loop,13:F0}{(isScaled ? "*" : " ")}");
        }

        return 0;
    }

    private static async Task<double> HistoryAsync(ReleaseRepository repository, int charts)
    {
        var clock = Stopwatch.StartNew();
        await using var pipeline = new ReleasePipeline(
            new ReleaseOptions { WorkingDirectory = repository.Git.Path },
            _ => throw new InvalidOperationException("No helm is needed."),
            NullReleaseLog.Instance,
            NullReleaseProgress.Instance);
        var history = await pipeline.HistoryAsync(CancellationToken.None);
        return history.Charts.Count == charts ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException($"{history.Charts.Count} charts.");
    }

    private static (double Milliseconds, bool IsScaled) Loop(ReleaseRepository repository, int charts)
    {
        var step = Math.Max(1, charts / Sample);
        var folders = Enumerable.Range(0, charts).Where(chart => chart % step == 0).Select(GeneratedHistory.Folder).ToList();
        var script = $"for folder in {string.Join(' ', folders)}; do git log -1 --format=%H -- \"$folder\"; done";
        var (seconds, _) = Command.Time(repository.Git.Path, new Dictionary<string, string>(), "bash", "-c", script);
        return (seconds * 1000 * charts / folders.Count, folders.Count < charts);
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
