using Cake.Frosting;
using Cake.Frosting.ChartRelease;
using ChartRelease.Host.Testing;

var exitCode = ResultStream.Run(args, () => new CakeHost().UseChartRelease().Run(args));
if (TestSummary.Current is { } summary)
{
    Console.WriteLine(summary);
}

return exitCode;
