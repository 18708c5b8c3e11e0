namespace ChartRelease.Release.Settings;

/// <summary>A value somebody wrote, and where.</summary>
/// <param name="Values">The texts; one unless the setting is a list.</param>
/// <param name="Origin">In words: <c>--registry</c>, <c>CHART_RELEASE_REGISTRY</c> or <c>chart-release.yaml:3</c>.</param>
public sealed record SettingValue(IReadOnlyList<string> Values, string Origin)
{
    /// <summary>Where it stands in the settings file; <see langword="null"/> for an argument or a variable.</summary>
    public SourceLocation? Location { get; init; }

    /// <summary>The value that counts: of several the last.</summary>
    public string Last => Values.Count == 0 ? "" : Values[^1];
}
