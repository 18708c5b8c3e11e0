namespace Cake.ChartRelease.Helm;

/// <summary>Who merges the fields of an object, the server or helm.</summary>
public enum HelmServerSide
{
    /// <summary><c>true</c>: server-side apply.</summary>
    On,

    /// <summary><c>false</c>: helm, as helm 3 does.</summary>
    Off,

    /// <summary><c>auto</c>: as the release before did. Upgrade and rollback only.</summary>
    Auto,
}
