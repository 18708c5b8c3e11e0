using Cake.Frosting.ChartRelease;
using ChartRelease.Host.Testing;

var exitCode = ChartReleaseProgram.Run(args);
if (TestSummary.Current is { } summary)
{
    Console.WriteLine(summary);
}

return exitCode;
