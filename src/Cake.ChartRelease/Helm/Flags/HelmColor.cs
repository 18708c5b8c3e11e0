namespace Cake.ChartRelease.Helm;

/// <summary>When helm prints in colour.</summary>
public enum HelmColor
{
    /// <summary><c>auto</c>: on a terminal.</summary>
    Auto,

    /// <summary><c>never</c>.</summary>
    Never,

    /// <summary><c>always</c>.</summary>
    Always,
}
