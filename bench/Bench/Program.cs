using System.Globalization;
using ChartRelease.Bench;

return args switch
{
    ["publish-one"] => await PublishOne.RunAsync(20),
    ["publish-one", var runs] => await PublishOne.RunAsync(int.Parse(runs, CultureInfo.InvariantCulture)),
    ["history"] => await History.RunAsync(),
    ["reliability"] => await Reliability.RunAsync(),
    _ => throw new ArgumentException("Usage: publish-one [RUNS] | history | reliability"),
};
