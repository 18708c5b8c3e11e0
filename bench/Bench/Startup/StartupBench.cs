using System.Globalization;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Startup;

/// <summary>How long each way in takes to show the tasks, beside a program that does nothing. The order changes with every round.</summary>
internal static class StartupBench
{
    public static async Task<int> RunAsync(int runs)
    {
        using var folder = new TemporaryFolder();
        var ways = await Ways.PrepareAsync(folder);
        var seconds = ways.ToDictionary(way => way.Name, _ => new List<double>());
        for (var run = -1; run < runs; run++)
        {
            foreach (var way in ways.Skip((run + 1) % ways.Count).Concat(ways.Take((run + 1) % ways.Count)))
            {
                var time = Command.Time(way.Folder, Ways.Environment(folder), way.Program, way.Arguments).Seconds;
                if (run >= 0)
                {
                    seconds[way.Name].Add(time);
                }
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} rounds, milliseconds: median (fastest to slowest)"));
        foreach (var way in ways)
        {
            Console.WriteLine($"  {way.Name,-44} {Statistics.Milliseconds(seconds[way.Name])}");
        }

        return 0;
    }
}
