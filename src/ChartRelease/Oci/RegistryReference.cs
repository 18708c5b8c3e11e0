using System.Text.RegularExpressions;

namespace ChartRelease.Oci;

/// <summary>A registry host and the path below which each chart is a repository.</summary>
/// <param name="Host">Host and, when written, port; lower case.</param>
/// <param name="Path">Path without slashes at its ends; empty when charts stand at the root.</param>
public sealed partial record RegistryReference(string Host, string Path) : TargetReference
{
    /// <summary>What such a target starts with.</summary>
    public const string Scheme = "oci://";

    /// <inheritdoc/>
    public override string Value => Path.Length == 0 ? Scheme + Host : $"{Scheme}{Host}/{Path}";

    /// <summary>Whether the path was written with upper-case letters, which repository names may not have.</summary>
    public bool Lowered { get; init; }

    /// <summary>The repository of a chart, <c>PATH/NAME</c>.</summary>
    public string RepositoryName(string chartName) => Path.Length == 0 ? chartName : $"{Path}/{chartName}";

    internal static RegistryReference ParseHost(string value)
    {
        var rest = value[Scheme.Length..].TrimEnd('/');
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var (host, path) = slash < 0 ? (rest, "") : (rest[..slash], rest[(slash + 1)..]);
        var lower = path.ToLowerInvariant();
        if (!HostPattern().IsMatch(host) || !Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var root) || root.Port <= 0)
        {
            throw Invalid(value, $"\"{host}\" is not HOST or HOST:PORT.");
        }

        return lower.Length == 0 || PathPattern().IsMatch(lower)
            ? new RegistryReference(host.ToLowerInvariant(), lower) { Lowered = lower != path }
            : throw Invalid(value, $"\"{path}\" is not a repository path.");
    }

    // https://github.com/distribution/reference/blob/v0.6.0/regexp.go
    [GeneratedRegex(@"\A(?:\[[0-9A-Fa-f:]+\]|[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?)(?::[0-9]{1,5})?\z")]
    private static partial Regex HostPattern();

    // https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pulling-manifests
    [GeneratedRegex(@"\A[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*\z")]
    private static partial Regex PathPattern();
}
