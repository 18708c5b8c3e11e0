using System.Globalization;

namespace ChartRelease.Release.Sharding;

/// <summary>One of several equal jobs.</summary>
/// <param name="Index">Which one, from 1.</param>
/// <param name="Count">How many there are.</param>
public sealed record Shard(int Index, int Count)
{
    /// <summary>Reads <c>INDEX/COUNT</c>, for example <c>2/4</c>.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>.</exception>
    public static Shard Parse(string value) =>
        value.Split('/') is [var index, var count]
        && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var which)
        && int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out var all)
        && which >= 1 && which <= all
            ? new Shard(which, all)
            : throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"\"{value}\" is not a shard.",
                "INDEX/COUNT with an index from 1 to the count, for example 2/4.",
                "Correct --shard.");

    /// <summary><c>INDEX/COUNT</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Count}");
}
