using System.Globalization;
using ChartRelease.Release.Progress;

namespace Cake.Frosting.ChartRelease;

/// <summary>Says in words how far things are.</summary>
internal static class ProgressText
{
    private static readonly string[] _units = ["B", "kB", "MB", "GB", "TB"];

    /// <summary>The line that stays of a step that ended.</summary>
    public static string Ended(BoardRow row) => $"{row.Step}: {row switch
    {
        { Outcome: StepOutcome.Published } => $"published{Sent(row.Bytes)} in {Time(row.Elapsed)}{Retries(row.Retries)}",
        { Outcome: StepOutcome.ReadBack } => $"read back, {row.Manifest}{Retries(row.Retries)}",
        { Outcome: StepOutcome.Skipped } => "skipped, the same is there",
        { Outcome: StepOutcome.Failed } => $"failed{Retries(row.Retries)}",
        { Outcome: StepOutcome.Stopped } => "stopped",
        _ => "not begun",
    }}";

    /// <summary>The line on a phase as a whole while it goes on.</summary>
    public static string UnderWay(BoardState state) => string.Concat(
        state.Phase == ReleasePhase.Push ? "Pushing" : "Reading back",
        $": {state.Done} of {state.Rows.Count} done",
        state.Bytes > 0 ? $", {Part(state.Bytes, state.Total)}" : "",
        state.Bytes > 0 && state.Elapsed > TimeSpan.FromSeconds(1) ? $", {Size((long)(state.Bytes / state.Elapsed.TotalSeconds))}/s" : "",
        Retries(state.Retries),
        $", {Time(state.Elapsed)}");

    /// <summary><c>, 2 retries</c>, or nothing.</summary>
    public static string Retries(int number) => number switch
    {
        0 => "",
        1 => ", 1 retry",
        _ => $", {number} retries",
    };

    /// <summary><c>12.4 of 20.0 MB</c>: both in the unit of the whole.</summary>
    public static string Part(long bytes, long total)
    {
        var unit = Unit(total);
        return $"{In(unit, bytes)} of {In(unit, total)} {_units[unit]}";
    }

    /// <summary><c>12.4 MB</c>.</summary>
    public static string Size(long bytes)
    {
        var unit = Unit(bytes);
        return $"{In(unit, bytes)} {_units[unit]}";
    }

    /// <summary><c>0.4 s</c>, <c>12 s</c>, <c>3 min 5 s</c>.</summary>
    public static string Time(TimeSpan time) =>
        time.TotalMinutes >= 1 ? string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s")
        : string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds.ToString(time.TotalSeconds < 10 ? "0.0" : "0", CultureInfo.InvariantCulture)} s");

    /// <summary>The host of a registry, the folder of a layout.</summary>
    public static string Host(string target) =>
        target.StartsWith("oci://", StringComparison.Ordinal) ? target["oci://".Length..].Split('/')[0]
        : target[(target.IndexOf(':', StringComparison.Ordinal) + 1)..];

    // Nothing was counted where helm sent, and nothing sent where the target had all blobs.
    private static string Sent(long bytes) => bytes > 0 ? $", {Size(bytes)} sent" : "";

    private static int Unit(long bytes)
    {
        var unit = 0;
        for (var rest = bytes; rest >= 1000 && unit < _units.Length - 1; rest /= 1000)
        {
            unit++;
        }

        return unit;
    }

    private static string In(int unit, long bytes) => (bytes / Math.Pow(1000, unit)).ToString(unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
}
