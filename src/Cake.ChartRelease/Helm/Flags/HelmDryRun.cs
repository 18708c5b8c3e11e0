namespace Cake.ChartRelease.Helm;

/// <summary>How far a command goes without changing anything.</summary>
public enum HelmDryRun
{
    /// <summary><c>none</c>: it is not simulated. Helm 3.13 and later.</summary>
    None,

    /// <summary><c>client</c>: as far as helm gets by itself. Helm 3 may ask the cluster for its version.</summary>
    Client,

    /// <summary><c>server</c>: the cluster looks at it too. Helm 3.13 and later.</summary>
    Server,
}
