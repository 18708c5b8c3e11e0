using System.Globalization;
using ChartRelease.Bench;
using ChartRelease.Bench.Memory;
using ChartRelease.Bench.Package;
using ChartRelease.Bench.Plan;
using ChartRelease.Bench.Push;
using ChartRelease.Bench.Startup;
using ChartRelease.Testing;

return args switch
{
    ["publish-one", ..] => await PublishOne.RunAsync(Number(1, 20)),
    ["fuzz", ..] => Fuzz.Run(Number(1, 1_000_000), args.ElementAtOrDefault(2)),
    ["history"] => await History.RunAsync(),
    ["kill", ..] => await Kill.RunAsync(Number(1, 200), Number(2, 20), Number(3, SeededRandom.NewSeed())),
    ["memory", ..] => await MemoryBench.RunAsync(Number(1, 300)),
    ["memory-worker", var archive, var registry] => await Worker.RunAsync(archive, registry),
    ["package", ..] => await PackageBench.RunAsync(Numbers(1, [50, 1000]), Number(2, 5), Number(3, 300)),
    ["plan", ..] => await PlanBench.RunAsync(Number(1, 5)),
    ["push", ..] => await PushBench.RunAsync(Number(1, 100), Number(2, 5)),
    ["reliability"] => await Reliability.RunAsync(),
    ["startup", ..] => await StartupBench.RunAsync(Number(1, 20)),
    ["race", ..] => await Race.RunAsync(Number(1, 50)),
    _ => throw new ArgumentException("Usage: publish-one [RUNS] | fuzz [INPUTS] [SEED] | history | kill [KILLS] [RESTARTS] [SEED] | package [CHARTS,CHARTS] [RUNS] [MEGABYTES] | plan [RUNS] | push [CHARTS] [RUNS] | race [RACES] | reliability | startup [ROUNDS] | memory [MEGABYTES]"),
};

int Number(int index, int otherwise) => args.Length > index ? int.Parse(args[index], CultureInfo.InvariantCulture) : otherwise;

int[] Numbers(int index, int[] otherwise) => args.Length > index ? [.. args[index].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))] : otherwise;
