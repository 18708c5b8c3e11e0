using Cake.Frosting;
using Cake.Frosting.ChartRelease;
using ChartRelease.Host;
using ChartRelease.Host.Testing;

if (StrayArgument.Find(args) is { } stray)
{
    Console.Error.WriteLine($"Error: {stray}");
    return 1;
}

var exitCode = ResultStream.Run(args, () => new CakeHost().UseChartRelease().Run(args));
if (TestSummary.Current is { } summary)
{
    Console.WriteLine(summary);
}

return exitCode;
