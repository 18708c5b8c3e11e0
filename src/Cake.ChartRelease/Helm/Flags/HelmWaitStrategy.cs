namespace Cake.ChartRelease.Helm;

/// <summary>How helm 4 waits for resources.</summary>
public enum HelmWaitStrategy
{
    /// <summary><c>watcher</c>: watches their status.</summary>
    Watcher,

    /// <summary><c>hookOnly</c>: waits for hooks only.</summary>
    HookOnly,

    /// <summary><c>legacy</c>: polls, as helm 3 does.</summary>
    Legacy,
}
