namespace ChartRelease.Testing.Registry;

/// <summary>How a <see cref="DockerRegistry"/> is set up. Default: anonymous, HTTP.</summary>
public sealed record DockerRegistryOptions
{
    /// <summary>Asks for Basic authentication as <see cref="DockerRegistry.User"/>.</summary>
    public bool Htpasswd { get; init; }

    /// <summary>Asks for tokens of this server.</summary>
    public TokenServer? Tokens { get; init; }

    /// <summary>Speaks TLS with this authority's certificate.</summary>
    public CertificateAuthority? Tls { get; init; }

    internal string ToYaml(string address, string storage, string htpasswdFile) => $"""
        version: 0.1
        log:
          level: info
        storage:
          filesystem:
            rootdirectory: {storage}
        http:
          addr: {address}
        {(Tls is null ? "" : $"""
          tls:
            certificate: {Tls.CertificateFile}
            key: {Tls.KeyFile}
        """)}
        {(Htpasswd ? $"""
        auth:
          htpasswd:
            realm: test
            path: {htpasswdFile}
        """ : "")}
        {(Tokens is null ? "" : $"""
        auth:
          token:
            realm: {Tokens.Realm}
            service: {TokenServer.Service}
            issuer: {TokenServer.Issuer}
            rootcertbundle: {Tokens.CertificateFile}
        """)}

        """;
}
