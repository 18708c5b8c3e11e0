using System.Globalization;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Bench.Push;

/// <summary>Prints what came out.</summary>
internal static class PushReport
{
    /// <summary>Runs of the floor and of ours for each run of the others.</summary>
    public const int ShortRuns = 3;

    private const double MostOfFloor = 1.15;
    private const double LeastOfLoop = 5;
    private const double LeastOfRerun = 50;

    /// <summary>Prints the table and the ratios; the exit code says whether all aims are met.</summary>
    /// <param name="packages">The charts.</param>
    /// <param name="contenders">Floor, ours, ours to the last look, our process alone, our process with lint, helm's loop, helm's loop in parallel.</param>
    public static int Print(IReadOnlyList<PackagedChart> packages, IReadOnlyList<Contender> contenders)
    {
        var sizes = packages.Select(chart => chart.Archive.Descriptor.Size / 1024.0).ToList();
        Say($"{packages.Count} charts, archives of {sizes.Min():F0} to {sizes.Max():F0} KiB (median {Statistics.Median(sizes):F0}), {Environment.ProcessorCount} processors");
        Say($"milliseconds: median (fastest to slowest); requests a chart");
        foreach (var contender in contenders)
        {
            Say($"  new        {contender.Name,-36} {Statistics.Milliseconds(contender.New)}  {Requests(contender.NewRequests, packages)}  {contender.New.Count} runs");
        }

        // The floor has no unchanged run: it does not know what is there.
        foreach (var contender in contenders.Skip(1))
        {
            Say($"  unchanged  {contender.Name,-36} {Statistics.Milliseconds(contender.Unchanged)}  {Requests(contender.UnchangedRequests, packages)}");
        }

        var (floor, ours, process, loop, xargs) = (contenders[0], contenders[1], contenders[3], contenders[^2], contenders[^1]);
        var ofFloor = Statistics.Median([.. ours.New.Zip(floor.New, static (left, right) => left / right)]);
        var ofLoop = Ratio(loop.New, ours.New);
        var ofRerun = Ratio(loop.Unchanged, ours.Unchanged);
        Say($"for information: helm loop / our process {Ratio(loop.New, process.New):F1}, helm xargs / ours {Ratio(xargs.New, ours.New):F1}, helm xargs / our process {Ratio(xargs.New, process.New):F1}, unchanged helm loop / our process {Ratio(loop.Unchanged, process.Unchanged):F1}");
        Say($"ours / floor {ofFloor:F2} (aim at most {MostOfFloor}), helm loop / ours {ofLoop:F1} (aim at least {LeastOfLoop}), unchanged helm loop / ours {ofRerun:F1} (aim at least {LeastOfRerun})");
        return ofFloor <= MostOfFloor && ofLoop >= LeastOfLoop && ofRerun >= LeastOfRerun ? 0 : 1;
    }

    private static double Ratio(List<double> left, List<double> right) => Statistics.Median(left) / Statistics.Median(right);

    private static string Requests(int requests, IReadOnlyList<PackagedChart> packages) =>
        string.Create(CultureInfo.InvariantCulture, $"{(double)requests / packages.Count:F1}");

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
