using ChartRelease.Oci.Registry;

namespace ChartRelease.Oci.Auth;

/// <summary>
/// Whether a credential may be sent to the token server that a registry names. The registry is not trusted to choose freely:
/// a challenge can come from whoever answers.
/// </summary>
internal static class Realm
{
    /// <summary>TLS; or HTTP where the registry itself is spoken to with HTTP and both are the same host, or both are this machine.</summary>
    public static bool IsSafe(Uri realm, RegistryEndpoint endpoint, Credential credential)
    {
        var sameHost = realm.IdnHost.Equals(endpoint.Root.IdnHost, StringComparison.OrdinalIgnoreCase);
        return (credential.OnlyHost is not { } only || realm.IdnHost.Equals(only, StringComparison.OrdinalIgnoreCase))
            && (realm.Scheme == Uri.UriSchemeHttps
                || (realm.Scheme == Uri.UriSchemeHttp
                    && ((realm.IsLoopback && endpoint.Root.IsLoopback) || (endpoint.UsesPlainHttp && sameHost))));
    }
}
