using System.Diagnostics;
using System.Globalization;
using System.Text;
using ChartRelease.Git;
using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Bench;

/// <summary>Compares one walk for the last commits of all chart folders with one <c>git log -1</c> for each.</summary>
internal static class History
{
    private const int Commits = 10_000;
    private const int Folders = 1_000;
    private const int Sample = 50;
    private const int Runs = 5;

    public static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        await GitAsync(folder, ["init", "--quiet", "--initial-branch=main"]);
        await GitAsync(folder, ["fast-import", "--quiet"], Stream());
        var repository = await ChartRelease.Git.GitRepository.OpenAsync(folder.Path, CancellationToken.None);
        string[] charts = [.. Enumerable.Range(0, Folders).Select(Chart)];

        var walks = new List<double>();
        IReadOnlyDictionary<string, GitCommitTime> last = new Dictionary<string, GitCommitTime>();
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            last = await repository.LastCommitsAsync("HEAD", charts, CancellationToken.None);
            walks.Add(watch.Elapsed.TotalMilliseconds);
        }

        var logs = new List<double>();
        foreach (var chart in charts.Where(static (_, index) => index % (Folders / Sample) == 0))
        {
            var watch = Stopwatch.StartNew();
            var expected = (await GitAsync(folder, ["log", "-1", "--format=%H", "--", chart])).Trim();
            logs.Add(watch.Elapsed.TotalMilliseconds);
            if (last[chart].Id != expected)
            {
                throw new InvalidOperationException($"{chart}: {last[chart].Id} instead of {expected}");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {Commits} commits, {Folders} folders, {Environment.ProcessorCount} processors
            one walk for all folders: median {Statistics.Median(walks):0} ms (min {walks.Min():0}, max {walks.Max():0}; {Runs} runs)
            git log -1 -- FOLDER:     median {Statistics.Median(logs):0} ms, mean {logs.Average():0} ms each (sample of {Sample}, answers equal); all folders about {logs.Average() * Folders / 1000:0.0} s
            """));
        return 0;
    }

    private static string Chart(int index) => string.Create(CultureInfo.InvariantCulture, $"helm/chart-{index:0000}");

    // The first commit adds every folder; each later one changes a file of one folder. The order never repeats a folder within 1,000
    // commits except that a tenth of the folders is never touched again, so that the walk has to go back to the beginning.
    private static string Stream()
    {
        var stream = new StringBuilder();
        Begin(stream, 0);
        for (var chart = 0; chart < Folders; chart++)
        {
            Change(stream, chart, 0);
        }

        for (var commit = 1; commit < Commits; commit++)
        {
            Begin(stream, commit);
            var chart = commit * 7 % Folders;
            Change(stream, chart % 10 == 0 ? chart + 1 : chart, commit);
        }

        return stream.ToString();
    }

    private static void Begin(StringBuilder stream, int commit) => stream.Append(
        CultureInfo.InvariantCulture,
        $"commit refs/heads/main\ncommitter Bench <bench@example.com> {1_700_000_000 + (commit * 60)} +0000\ndata <<END\ncommit {commit}\nEND\n");

    private static void Change(StringBuilder stream, int chart, int commit) => stream.Append(
        CultureInfo.InvariantCulture, $"M 100644 inline {Chart(chart)}/values.yaml\ndata <<END\nvalue: {commit}\nEND\n");

    private static async Task<string> GitAsync(TemporaryFolder folder, string[] arguments, string? input = null)
    {
        var request = new ProcessRequest("git", arguments) { WorkingDirectory = folder.Path, Input = input };
        var result = await ProcessRunner.RunAsync(request, CancellationToken.None);
        return result.ExitCode == 0 ? result.Output : throw new InvalidOperationException($"{request}: {result.Words}");
    }
}
