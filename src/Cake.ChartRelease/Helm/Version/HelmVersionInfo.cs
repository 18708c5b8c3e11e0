namespace Cake.ChartRelease.Helm.Version;

/// <summary>What a helm is.</summary>
/// <param name="Version">Its version without the <c>v</c>, for example <c>4.1.4</c>.</param>
public sealed record HelmVersionInfo(string Version)
{
    /// <summary>The commit it was built from.</summary>
    public string GitCommit { get; init; } = "";

    /// <summary><c>clean</c> or <c>dirty</c>.</summary>
    public string GitTreeState { get; init; } = "";

    /// <summary>The Go it was built with, for example <c>go1.25.9</c>.</summary>
    public string GoVersion { get; init; } = "";

    /// <summary>The Kubernetes client in it, for example <c>v1.35</c>; <see langword="null"/> from helm 3.</summary>
    public string? KubeClientVersion { get; init; }
}
