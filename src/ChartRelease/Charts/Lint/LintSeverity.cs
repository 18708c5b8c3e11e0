namespace ChartRelease.Charts.Lint;

/// <summary>How much a finding matters.</summary>
public enum LintSeverity
{
    /// <summary>Worth knowing; changes nothing.</summary>
    Hint,

    /// <summary>Should be corrected; the release goes on.</summary>
    Warning,

    /// <summary>The chart is not released.</summary>
    Error,
}
