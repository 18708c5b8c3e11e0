using System.Globalization;
using ChartRelease.Bench.Memory;
using ChartRelease.Testing;

namespace ChartRelease.Bench.Package;

/// <summary>Packages the same charts with this library and with helm, in turns within one run, beside the speed of the compressor alone.</summary>
internal static class PackageBench
{
    private const double LeastOfOneProcess = 3;
    private const double LeastOfLoop = 30;
    private const double MostMemory = 150;

    public static async Task<int> RunAsync(IReadOnlyList<int> counts, int runs, int megabytes)
    {
        var met = true;
        var helm = await TestTools.Helm4Async();
        foreach (var count in counts)
        {
            met &= await CompareAsync(count, runs, helm);
        }

        return await MeasureMemoryAsync(megabytes) && met ? 0 : 1;
    }

    private static async Task<bool> CompareAsync(int count, int runs, string helm)
    {
        using var repository = await GeneratedCharts.CreateAsync(count);
        var packagers = new Packagers(repository, helm);
        var content = Compressor.Read(repository.Git.Combine("charts"));
        var megabytes = content.Sum(static chart => (double)chart.Length) / 1_000_000;
        await packagers.InProcessAsync(); // compiles

        var (raw, managed, native) = (new List<double>(), new List<double>(), new List<double>());
        var (inProcess, process, one, loop) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            raw.Add(Compressor.Run(content, Compressor.Ours));
            managed.Add(Compressor.Run(content, Compressor.SharpZipLib));
            native.Add(Compressor.Run(content, Compressor.Runtime));
            inProcess.Add(await packagers.InProcessAsync());
            process.Add(await packagers.ProcessAsync());
            one.Add(await packagers.HelmAsync());
            if (run == 0)
            {
                loop.Add(await packagers.HelmLoopAsync()); // so slow that its spread does not matter
            }
        }

        var peak = (await MemoryWatch.RunAsync(repository, "--target=Package", "--exclusive", "--artifacts=artifacts/memory"))["host"];
        Say($"{count} charts of {megabytes:F1} MB together, {Environment.ProcessorCount} processors; milliseconds: median (fastest to slowest), MB/s");
        Line("the compressor alone, the limit", raw, megabytes);
        Line("SharpZipLib at level 6 alone", managed, megabytes);
        Line("the runtime's zlib alone", native, megabytes);
        Line("ours, in this process", inProcess, megabytes);
        Line("build.sh -t Package --exclusive", process, megabytes);
        Line("helm package, one process", one, megabytes);
        Line("helm package, a loop", loop, megabytes);
        var (ofOne, ofLoop) = (Ratio(one, inProcess), Ratio(loop, inProcess));
        var sharp = (double)Compressor.Size(content, Compressor.SharpZipLib);
        Say($"  sizes: ours {Compressor.Size(content, Compressor.Ours) / sharp:F3} and zlib {Compressor.Size(content, Compressor.Runtime) / sharp:F3} of SharpZipLib's");
        Say($"  processors busy in this process {packagers.Busy:F1}; most memory of build.sh {peak:F0} MB");
        Say($"  helm in one process / ours {ofOne:F1} (aim at least {LeastOfOneProcess}), helm loop / ours {ofLoop:F1} (aim at least {LeastOfLoop}); with the start of our process {Ratio(one, process):F1} and {Ratio(loop, process):F1}");
        return ofOne >= LeastOfOneProcess && ofLoop >= LeastOfLoop;
    }

    private static async Task<bool> MeasureMemoryAsync(int megabytes)
    {
        using var repository = await ReleaseRepository.CreateAsync("large");
        await MemoryBench.FillAsync(repository.Git.Combine("helm/large/content.bin"), megabytes);
        await repository.Git.CommitAsync("feat: content");

        // helm refuses charts of this size, so nothing that asks helm is run.
        var peaks = await MemoryWatch.RunAsync(repository, "--target=Package", "--exclusive");
        Say($"one chart of {megabytes} MB that does not compress: most memory of build.sh -t Package --exclusive {peaks["host"]:F0} MB (aim below {MostMemory})");
        return peaks["host"] < MostMemory;
    }

    private static void Line(string name, List<double> seconds, double megabytes) =>
        Say($"  {name,-34} {Statistics.Milliseconds(seconds)}  {megabytes / Statistics.Median(seconds),7:F1}");

    private static double Ratio(List<double> left, List<double> right) => Statistics.Median(left) / Statistics.Median(right);

    private static void Say(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
