namespace ChartRelease.Oci.Registry;

/// <summary>Where the requests of a registry go to.</summary>
/// <param name="Host">The host as users write it, for credentials and messages.</param>
/// <param name="Root">Scheme, host and port, ending in <c>/</c>.</param>
internal sealed record RegistryEndpoint(string Host, Uri Root)
{
    /// <summary>Whether HTTP is spoken.</summary>
    public bool UsesPlainHttp => Root.Scheme == Uri.UriSchemeHttp;

    /// <summary>
    /// TLS, unless the host is a loopback address or <see cref="RegistryOptions.PlainHttp"/> is set; who says something of certificates
    /// (a CA file, or not to check them) asks for TLS on loopback too.
    /// </summary>
    public static RegistryEndpoint Of(RegistryReference reference, RegistryOptions options)
    {
        var host = reference.Host is "docker.io" or "index.docker.io" ? "registry-1.docker.io" : reference.Host;
        var secure = new Uri($"https://{host}/");
        var speaksOfCertificates = options.CaFile is not null || options.InsecureSkipTlsVerify;
        return new(reference.Host, options.PlainHttp || (secure.IsLoopback && !speaksOfCertificates) ? new Uri($"http://{host}/") : secure);
    }

    /// <summary>Whether an address is on this registry itself: same scheme, host and port.</summary>
    public bool Owns(Uri address) => SameOrigin(Root, address);

    /// <summary>Same scheme, host and port (<see href="https://www.rfc-editor.org/rfc/rfc9110#section-4.3.1"/>).</summary>
    public static bool SameOrigin(Uri one, Uri other) =>
        one.Scheme == other.Scheme && one.Port == other.Port && one.IdnHost.Equals(other.IdnHost, StringComparison.OrdinalIgnoreCase);
}
