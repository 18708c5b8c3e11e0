using System.Net.Http.Headers;

namespace ChartRelease.Oci.Auth;

/// <summary>What a request is sent with. A class, not a record: it must not print itself.</summary>
internal sealed class RequestAuthorization
{
    public required AuthenticationHeaderValue Header { get; init; }

    /// <summary>The credential behind it; <see langword="null"/> for an anonymous token.</summary>
    public required Credential? Credential { get; init; }

    /// <summary>Forgets the token, so that the next one is new; <see langword="null"/> when there is nothing newer to be had.</summary>
    public Action? Discard { get; init; }
}
