using System.Diagnostics;
using System.Globalization;
using ChartRelease.Bench.Memory;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Plan;

/// <summary>
/// What a plan takes, for growing numbers of charts and commits: the task as its report states it, <c>build.sh --target=Plan</c> as a whole with its memory, and
/// beside them what git alone needs to tell the changes of all commits, and a shell loop of <c>git log -1 -- FOLDER</c>.
/// </summary>
internal static class PlanBench
{
    private const double MostSeconds = 1;
    private const double MostMegabytes = 150;

    /// <summary>Charts the loop is run for when all of them would take longer than <see cref="Patience"/>; its time is then scaled.</summary>
    private const int Sample = 50;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly int[] _charts = [10, 100, 1_000];
    private static readonly int[] _commits = [100, 1_000, 10_000];

    public static async Task<int> RunAsync(int runs)
    {
        Say($"{Environment.ProcessorCount} processors; medians of {runs}, of memory the most; milliseconds and megabytes");
        Say($"the host alone (--version): {await FloorAsync(runs)}");
        Say($"* scaled from a sample of {Sample} charts: the loop over all of them would take longer than {Patience.TotalSeconds} s");
        Say($"{"charts",7} {"commits",8} {"tags",6} | {"plan",6} | {"build.sh",9} {"host MB",8} {"git MB",7} | {"git log",8} | {"shell loop",11}");
        var last = new Figures(0, [], 0, 0);
        foreach (var (charts, commits) in _charts.SelectMany(_ => _commits, static (charts, commits) => (charts, commits)))
        {
            using var repository = await ReleaseRepository.EmptyAsync();
            var tags = await GeneratedHistory.WriteAsync(repository.Git, charts, commits);
            last = await MeasureAsync(repository, runs);
            var log = Enumerable.Range(0, runs).Select(_ => GitLog(repository)).ToList();
            var (loop, isScaled) = Loop(repository, charts);
            Say($"{charts,7} {commits,8} {tags,6} | {last.Plan,6:F0} | {Statistics.Median(last.Whole),9:F0} {last.Host,8:F0} {last.Git,7:F0} | {Statistics.Median(log),8:F0} | {loop,10:F0}{(isScaled ? "*" : " ")}");
        }

        var (seconds, most) = (Statistics.Median(last.Whole) / 1000, Math.Max(last.Host, last.Git));
        Say($"{_charts[^1]} charts, {_commits[^1]} commits, with the start of the host: {seconds:F2} s, {most:F0} MB (aim {MostSeconds:F0} s, {MostMegabytes:F0} MB)");
        return seconds < MostSeconds && most < MostMegabytes ? 0 : 1;
    }

    private static async Task<Figures> MeasureAsync(ReleaseRepository repository, int runs)
    {
        var (phases, figures) = (new Phases(), new Figures(0, [], 0, 0));
        for (var run = 0; run < runs; run++)
        {
            var clock = Stopwatch.StartNew();
            var (peaks, output) = await MemoryWatch.WatchAsync(repository, "--target=Plan", "--output=json");
            figures.Whole.Add(clock.Elapsed.TotalMilliseconds);
            phases.Add(output, clock.Elapsed.TotalSeconds);
            figures = figures with { Host = Math.Max(figures.Host, peaks["host"]), Git = Math.Max(figures.Git, peaks.GetValueOrDefault("git")) };
        }

        return figures with { Plan = phases.Medians().Single(static phase => phase.Name == "Plan").Milliseconds };
    }

    private static async Task<string> FloorAsync(int runs)
    {
        using var repository = await ReleaseRepository.EmptyAsync();
        var (times, host) = (new List<double>(), 0.0);
        for (var run = 0; run <= runs; run++)
        {
            var clock = Stopwatch.StartNew();
            host = Math.Max(host, (await MemoryWatch.RunAsync(repository, "--version"))["host"]);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        // The first run may have built the host.
        return string.Create(CultureInfo.InvariantCulture, $"{Statistics.Median(times[1..]):F0} ms, {host:F0} MB");
    }

    private static double GitLog(ReleaseRepository repository) =>
        1000 * Command.Time(repository.Git.Path, new Dictionary<string, string>(), "bash", "-c", "git log --raw --format=%H HEAD >/dev/null").Seconds;

    private static (double Milliseconds, bool IsScaled) Loop(ReleaseRepository repository, int charts)
    {
        var sample = Enumerable.Range(0, charts).Where(chart => chart % Math.Max(1, charts / Sample) == 0).ToList();
        var scaled = LoopOver(repository, sample) * charts / sample.Count;
        return sample.Count == charts ? (scaled, false)
            : scaled > Patience.TotalMilliseconds ? (scaled, true)
            : (LoopOver(repository, [.. Enumerable.Range(0, charts)]), false);
    }

    private static double LoopOver(ReleaseRepository repository, IReadOnlyList<int> charts)
    {
        var script = $"for folder in {string.Join(' ', charts.Select(GeneratedHistory.Folder))}; do git log -1 --format=%H -- \"$folder\"; done";
        return 1000 * Command.Time(repository.Git.Path, new Dictionary<string, string>(), "bash", "-c", script).Seconds;
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What the runs of one size took: milliseconds, and the most megabytes.</summary>
    private sealed record Figures(double Plan, List<double> Whole, double Host, double Git);
}
