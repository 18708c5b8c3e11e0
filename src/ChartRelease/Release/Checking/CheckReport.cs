using ChartRelease.Charts;

namespace ChartRelease.Release.Checking;

/// <summary>Whether every chart that changed has a new version.</summary>
/// <param name="Since">What the charts were compared with, as the user named it; <see langword="null"/> for the last release of each.</param>
/// <param name="Charts">The charts, by name.</param>
public sealed record CheckReport(string? Since, IReadOnlyList<CheckedChart> Charts)
{
    private const int MostNamed = 3;

    /// <summary>Fails when a version has to be raised; all such charts are named.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidVersion"/>.</exception>
    public void ThrowIfBumpNeeded() =>
        FailureList.ThrowIfAny([.. Charts.Where(chart => chart.Verdict == CheckVerdict.BumpNeeded).Select(Failed)]);

    private Failure Failed(CheckedChart chart) => new(
        FailureReason.InvalidVersion,
        $"{chart.Name} changed since {Since ?? $"its release {chart.Before}"}{Told(chart)}, and its version is {chart.Version}"
            + (chart.Version == chart.Before ? " still." : $", after {chart.Before}."),
        $"A version of {chart.Name} higher than {chart.Before}.",
        $"Raise it: ./build.sh --target=BumpVersion --bump=auto --charts={(chart.Folder.Length > 0 ? chart.Folder : ".")}{(Since is null ? "" : "; with --bump=patch if it was never released")}")
    {
        Location = new SourceLocation(ChartFolders.Combine(chart.Folder, ChartYaml.FileName)),
    };

    private static string Told(CheckedChart chart) => chart.Commits.Count == 0
        ? ""
        : $" ({string.Join("; ", chart.Commits.Take(MostNamed).Select(commit => $"{commit.Commit.Id[..8]} {commit.Commit.Subject}"))}{(chart.Commits.Count > MostNamed ? "; …" : "")})";
}
