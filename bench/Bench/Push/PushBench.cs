using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Bench.Push;

/// <summary>Many charts to one registry: a bare HTTP client, ours, and loops of <c>helm push</c>, in turns within one run.</summary>
internal static class PushBench
{
    private const int Parallelism = 4;

    public static async Task<int> RunAsync(int charts, int runs)
    {
        await using var registry = await DockerRegistry.StartAsync(CancellationToken.None);
        using var repository = await GeneratedCharts.CreateAsync(charts);
        using var home = new TemporaryFolder();
        var ours = new Ours(repository, registry.Host);
        var packages = await ours.PackageAsync();
        var helm = new HelmLoop(await TestTools.Helm4Async(), home, registry.Host, Path.GetDirectoryName(packages[0].ArchivePath)!);

        var floor = new Contender("plain HTTP, the floor", "floor", path => Floor.PushAsync(registry.Host, path, packages, Parallelism));
        var inProcess = new Contender("ours, in this process", "ours", path => ours.InProcessAsync(path, verifyFollows: true));
        var settled = new Contender("ours, with the last look at the tags", "settled", path => ours.InProcessAsync(path, verifyFollows: false));
        var alone = new Contender("ours, build.sh -t Push --exclusive", "alone", path => ours.ProcessAsync(path, "--exclusive"));
        var process = new Contender("ours, build.sh -t Push, with lint", "process", path => ours.ProcessAsync(path));
        var loop = new Contender("helm push, a loop", "helm", path => helm.PushAsync(HelmLoop.Loop, path));
        var xargs = new Contender("helm push, xargs -P 4", "xargs", path => helm.PushAsync(HelmLoop.Xargs, path));

        // From here on the registry's store has every blob, so that no contender pays for being the first.
        await floor.PushAsync("warm/floor");
        await inProcess.PushAsync("warm/ours");
        await alone.PushAsync("warm/alone");
        for (var run = 0; run < runs; run++)
        {
            // The order alternates. The two that are compared most closely run more often, as their runs are short.
            Contender[] pair = run % 2 == 0 ? [floor, inProcess] : [inProcess, floor];
            for (var repetition = 0; repetition < PushReport.ShortRuns; repetition++)
            {
                await MeasureAsync(registry, pair, $"{run}-{repetition}");
            }

            await MeasureAsync(registry, run % 2 == 0 ? [settled, alone, process, loop, xargs] : [xargs, loop, process, alone, settled], $"{run}");
        }

        return PushReport.Print(packages, [floor, inProcess, settled, alone, process, loop, xargs]);
    }

    private static async Task MeasureAsync(DockerRegistry registry, IEnumerable<Contender> contenders, string run)
    {
        foreach (var contender in contenders)
        {
            var path = $"{contender.Path}-{run}";
            contender.New.Add(await contender.PushAsync(path));
            contender.NewRequests = await RequestCount.BelowAsync(registry, path);
            contender.Unchanged.Add(await contender.PushAsync(path));
            contender.UnchangedRequests = await RequestCount.BelowAsync(registry, path) - contender.NewRequests;
        }
    }
}
