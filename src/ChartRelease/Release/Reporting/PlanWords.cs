using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Reporting;

/// <summary>What a plan's table says of a chart. Pure.</summary>
/// <param name="Released">The last released version; empty when there is none.</param>
/// <param name="Changes">How many changes there are since, and of which kinds: <c>3 (2 fix, 1 feat)</c>.</param>
/// <param name="Next">The version to be released next; empty when it is the one that is released.</param>
public sealed record PlanWords(string Released, string Changes, string Next)
{
    private string _reason = "";

    /// <summary>The words for a chart; empty ones without a forecast.</summary>
    public static PlanWords Of(PlannedChart chart)
    {
        if (chart.Forecast is not { } forecast)
        {
            return new PlanWords("", "", "");
        }

        var history = forecast.History;
        var isNew = history.LastRelease is not { } last || forecast.Next.Version.ComparePrecedenceTo(last.Version) > 0;
        return new PlanWords($"{history.LastRelease?.Version}", Count(forecast), isNew ? $"{forecast.Next.Version}" : "")
        {
            _reason = forecast.NeedsBump ? forecast.Next.Why : "",
        };
    }

    /// <summary>Why a target gets what it gets, and why the version has to move.</summary>
    public string Why(PlannedTarget target) =>
        _reason.Length > 0 && target.Action is (ReleaseAction.BumpNeeded or ReleaseAction.Skip) ? $"{target.Why}; {Next} for \"{_reason}\"" : target.Why;

    private static string Count(ChartForecast forecast)
    {
        var commits = forecast.History.Commits.Count;
        var kinds = string.Join(", ", forecast.Kinds.Select(kind => $"{kind.Count} {kind.Kind}"));
        return (forecast.History.HasChanged, commits) switch
        {
            (null, _) => forecast.History.LastRelease is null ? "" : "?",
            (false, _) => "0",
            (true, _) when kinds.Length > 0 => $"{commits} ({kinds})",
            (true, _) => $"{commits}",
        };
    }
}
