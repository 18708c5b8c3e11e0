namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>An installed plugin.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Version">Its version.</param>
public sealed record HelmPlugin(string Name, string Version)
{
    /// <summary>Its description; <see langword="null"/> from helm 4.</summary>
    public string? Description { get; init; }

    /// <summary>Its type, such as <c>cli/v1</c>; <see langword="null"/> from helm 3.</summary>
    public string? Type { get; init; }

    /// <summary>Its plugin API version, such as <c>v1</c>; <see langword="null"/> from helm 3.</summary>
    public string? ApiVersion { get; init; }

    /// <summary>Whether its signature is known, in helm's words; <see langword="null"/> from helm 3.</summary>
    public string? Provenance { get; init; }

    /// <summary>Where it was installed from, in helm's words; <see langword="null"/> from helm 3.</summary>
    public string? Source { get; init; }
}
