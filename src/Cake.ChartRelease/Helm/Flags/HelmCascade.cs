namespace Cake.ChartRelease.Helm;

/// <summary>How the dependents of deleted resources are deleted.</summary>
public enum HelmCascade
{
    /// <summary><c>background</c>: afterwards.</summary>
    Background,

    /// <summary><c>orphan</c>: not at all.</summary>
    Orphan,

    /// <summary><c>foreground</c>: before.</summary>
    Foreground,
}
