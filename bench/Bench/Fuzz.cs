using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using ChartRelease.Bench.Memory;
using ChartRelease.Testing.Archives;
using CsCheck;

namespace ChartRelease.Bench;

/// <summary>Gives the archive reader a great many inputs: it has to answer each, let nothing escape, and take little memory.</summary>
internal static class Fuzz
{
    private static readonly TimeSpan LongestAllowed = TimeSpan.FromSeconds(10);

    /// <summary>Prints what came of the inputs. One that breaks a promise ends the run with its seed.</summary>
    public static int Run(long inputs, string? seed)
    {
        var answers = new ConcurrentDictionary<string, int>();
        var longest = 0L;
        var clock = Stopwatch.StartNew();
        ArchiveInputs.All.Sample(
            input =>
            {
                var start = Stopwatch.GetTimestamp();
                var answer = ArchiveJudge.Judge(input)?.ToString() ?? "not refused";
                var took = Stopwatch.GetElapsedTime(start);
                InterlockedMax(ref longest, took.Ticks);
                answers.AddOrUpdate(answer, 1, static (_, count) => count + 1);
                if (took > LongestAllowed)
                {
                    throw new InvalidOperationException($"An input of {input.Length} bytes took {took}.");
                }
            },
            seed: seed,
            iter: inputs);
        Say($"{answers.Values.Sum():N0} inputs in {clock.Elapsed.TotalSeconds:F0} s; longest {TimeSpan.FromTicks(longest).TotalMilliseconds:F0} ms; most memory of the process {ProcessMemory.Peak("self"):F0} MB");
        foreach (var (answer, count) in answers.OrderByDescending(static answer => answer.Value))
        {
            Say($"  {answer,-20} {count,10:N0}");
        }

        return 0;
    }

    private static void InterlockedMax(ref long place, long value)
    {
        for (var seen = Volatile.Read(ref place); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref place, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
