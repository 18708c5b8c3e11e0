using ChartRelease.Testing;

namespace ChartRelease.Bench.Memory;

/// <summary>Runs the host and keeps the most memory that it, and any process it started, ever held.</summary>
internal static class MemoryWatch
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);

    /// <summary>Runs build.sh, which has to succeed.</summary>
    /// <returns>Megabytes by name; the host's own as <c>host</c>.</returns>
    public static async Task<IReadOnlyDictionary<string, double>> RunAsync(ReleaseRepository repository, params string[] arguments) =>
        (await WatchAsync(repository, arguments)).Peaks;

    /// <summary>The same, with what it wrote.</summary>
    public static async Task<(IReadOnlyDictionary<string, double> Peaks, string Output)> WatchAsync(ReleaseRepository repository, params string[] arguments)
    {
        var peaks = new Dictionary<string, double>();
        await using var run = await ReleaseHost.StartAsync(repository.Setup, arguments);
        var end = run.EndAsync();
        while (!end.IsCompleted)
        {
            Keep("host", $"{run.Id}");
            foreach (var (id, name) in ProcessMemory.Children(run.Id))
            {
                Keep(name, id);
            }

            await Task.WhenAny(end, Task.Delay(Pause));
        }

        var result = await end;
        return result.ExitCode == 0 ? (peaks, result.All) : throw new InvalidOperationException(result.ToString());

        void Keep(string name, string id) => peaks[name] = Math.Max(peaks.GetValueOrDefault(name), ProcessMemory.Peak(id));
    }
}
