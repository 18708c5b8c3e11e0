namespace ChartRelease.Oci.Auth;

/// <summary>How credential files and helpers name a registry; as docker's own configfile package does it.</summary>
internal static class HostKeys
{
    /// <summary>What docker calls its own registry in credential files.</summary>
    private const string DockerHub = "https://index.docker.io/v1/";

    private static readonly string[] _dockerHubHosts = ["docker.io", "index.docker.io", "registry-1.docker.io"];

    /// <summary>The key under which a registry's credentials are stored.</summary>
    public static string Of(string host) => IsDockerHub(host) ? DockerHub : host;

    /// <summary>Whether a key of <c>auths</c> or <c>credHelpers</c> means this registry: <c>HOST</c>, or an URL on it.</summary>
    public static bool Matches(string key, string host)
    {
        var keyHost = WithoutSchemeAndPath(key);
        return keyHost.Equals(host, StringComparison.OrdinalIgnoreCase) || (IsDockerHub(keyHost) && IsDockerHub(host));
    }

    private static bool IsDockerHub(string host) => _dockerHubHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static string WithoutSchemeAndPath(string key)
    {
        var scheme = key.IndexOf("://", StringComparison.Ordinal);
        var rest = scheme < 0 ? key : key[(scheme + 3)..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? rest : rest[..slash];
    }
}
