using ChartRelease.Charts;
using ChartRelease.Charts.Ignore;

namespace ChartRelease.Release.Selection;

/// <summary>One chart to look for.</summary>
/// <param name="Name">Its name, which is that of its repository too.</param>
/// <param name="IsNamed">Whether somebody asked for this very chart, so that it is an error when it is not there.</param>
internal sealed record SelectedChart(string Name, bool IsNamed);

/// <summary>Which charts are meant, of those the source has, if it can say so. Pure.</summary>
internal static class ChartSelection
{
    /// <summary>Reads names and globs of names.</summary>
    /// <param name="texts">What was asked for; not empty.</param>
    /// <param name="source">The source, as shown to users.</param>
    /// <param name="there">What the source has; <see langword="null"/> for a registry, which does not list what stands under a path.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.InvalidSettings"/>: no name of a chart, or a glob where there is no list. <see cref="FailureReason.ChartNotFound"/>:
    /// a glob that matches nothing.
    /// </exception>
    public static IReadOnlyList<SelectedChart> Select(IReadOnlyList<string> texts, string source, IReadOnlyList<string>? there)
    {
        var charts = new Dictionary<string, SelectedChart>(StringComparer.Ordinal);
        foreach (var text in texts)
        {
            if (ChartName.IsValid(text))
            {
                charts[text] = new(text, IsNamed: true);
                continue;
            }

            foreach (var name in Matches(text, source, there))
            {
                charts.TryAdd(name, new(name, IsNamed: false));
            }
        }

        return [.. charts.Values.OrderBy(chart => chart.Name, StringComparer.Ordinal)];
    }

    private static List<string> Matches(string glob, string source, IReadOnlyList<string>? there)
    {
        if (glob.Contains('/', StringComparison.Ordinal) || !glob.AsSpan().ContainsAny("*?[") || !GoPathMatch.IsValid(glob))
        {
            throw Invalid(glob, "is not the name of a chart, nor a glob of names");
        }

        var matches = (there ?? throw Invalid(glob, $"is a glob, and {source} does not list its charts")).Where(name => GoPathMatch.IsMatch(glob, name)).ToList();
        return matches.Count > 0 ? matches : throw new ChartReleaseException(
            FailureReason.ChartNotFound,
            $"No chart in {source} has a name that matches \"{glob}\".",
            $"One of: {string.Join(", ", there)}.",
            "Correct --charts, or leave it out to mean all of them.");
    }

    private static ChartReleaseException Invalid(string text, string why) => new(
        FailureReason.InvalidSettings,
        $"--charts has \"{text}\", which {why}.",
        "Here, names of charts as they are published, not folders; globs such as app-* for an image layout.",
        "Write the names, separated by commas: --charts=NAME,NAME.");
}
