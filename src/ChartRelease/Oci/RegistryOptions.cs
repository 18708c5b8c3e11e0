namespace ChartRelease.Oci;

/// <summary>How registries are spoken to.</summary>
public sealed record RegistryOptions
{
    /// <summary>Use HTTP. Default <see langword="false"/>: TLS, except that loopback hosts are tried with HTTP.</summary>
    public bool PlainHttp { get; init; }

    /// <summary>PEM file of certificate authorities to trust beside the system's; <see langword="null"/> for none.</summary>
    public string? CaFile { get; init; }

    /// <summary>User name given with <c>--username</c> or CHART_RELEASE_USERNAME.</summary>
    public string? Username { get; init; }

    /// <summary>Password given on standard input or with CHART_RELEASE_PASSWORD.</summary>
    public Secret? Password { get; init; }

    /// <summary>Which of the two it was, for messages.</summary>
    public string PasswordSource { get; init; } = "--password-stdin or CHART_RELEASE_PASSWORD";

    /// <summary>Most charts in flight at once. Default 4.</summary>
    public int Parallelism { get; init; } = 4;

    /// <summary>Most times one request, or one blob, is tried. Default 5.</summary>
    public int Attempts { get; init; } = 5;

    /// <summary>The longest wait a registry may ask for with Retry-After; a longer one ends the attempt with an error. Default one minute.</summary>
    public TimeSpan RetryAfterCeiling { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a connection may stand still: no byte sent or received. Default one minute.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long everything that is done for one chart at one target may take, retries and waits included. Default 15 minutes.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Do not check the registry's certificate; like a CA file, it asks for TLS on loopback hosts too. Default <see langword="false"/>.</summary>
    public bool InsecureSkipTlsVerify { get; init; }

    /// <summary>Reads the environment: credentials, credential files, and HTTPS_PROXY, HTTP_PROXY and NO_PROXY. Replaced in tests.</summary>
    public Func<string, string?> Environment { get; init; } = System.Environment.GetEnvironmentVariable;
}
