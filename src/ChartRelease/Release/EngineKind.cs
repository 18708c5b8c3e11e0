namespace ChartRelease.Release;

/// <summary>Who packages and pushes.</summary>
public enum EngineKind
{
    /// <summary>This library: reproducible, and survives a bad connection.</summary>
    Native,

    /// <summary><c>helm package</c> and <c>helm push</c>.</summary>
    Helm,
}
