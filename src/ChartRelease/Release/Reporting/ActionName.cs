using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Reporting;

/// <summary>How actions are written for machines and people.</summary>
public static class ActionName
{
    /// <summary><c>publish</c>, <c>skip</c>, <c>refuse</c>, <c>bump-needed</c> or <c>unknown</c>.</summary>
    public static string Of(ReleaseAction action) => action switch
    {
        ReleaseAction.Publish => "publish",
        ReleaseAction.Skip => "skip",
        ReleaseAction.Refuse => "refuse",
        ReleaseAction.BumpNeeded => "bump-needed",
        ReleaseAction.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "No such action."),
    };
}
