using System.Globalization;
using System.Text.RegularExpressions;

namespace ChartRelease.Bench;

/// <summary>The phases of our runs, as Cake's report at the end of each states them; the rest is start-up and exit.</summary>
internal sealed partial class Phases
{
    private readonly Dictionary<string, List<double>> _phases = [];

    /// <summary>Takes the report of a run.</summary>
    /// <param name="output">What the run printed.</param>
    /// <param name="seconds">How long the whole process took.</param>
    public void Add(string output, double seconds)
    {
        var total = 0.0;
        foreach (Match match in Line().Matches(output))
        {
            var milliseconds = TimeSpan.Parse(match.Groups["time"].Value, CultureInfo.InvariantCulture).TotalMilliseconds;
            if (match.Groups["name"].Value != "Total:")
            {
                Of(match.Groups["name"].Value).Add(milliseconds);
                total += milliseconds;
            }
        }

        Of("(start-up)").Add((1000 * seconds) - total);
    }

    /// <summary>The median of each phase, in the order of the report.</summary>
    public IEnumerable<(string Name, double Milliseconds)> Medians() => _phases.Select(phase => (phase.Key, Statistics.Median(phase.Value)));

    private List<double> Of(string name)
    {
        if (!_phases.TryGetValue(name, out var values))
        {
            _phases.Add(name, values = []);
        }

        return values;
    }

    [GeneratedRegex(@"^(?<name>\S+)\s+(?<time>\d\d:\d\d:\d\d\.\d+)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
