using System.Globalization;

namespace ChartRelease.Bench;

/// <summary>Medians, and how they are printed.</summary>
internal static class Statistics
{
    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(IReadOnlyCollection<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Seconds as milliseconds: <c>MEDIAN (FASTEST to SLOWEST)</c>.</summary>
    public static string Milliseconds(IReadOnlyCollection<double> seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{1000 * Median(seconds),8:F0} ({1000 * seconds.Min():F0} to {1000 * seconds.Max():F0})");
}
