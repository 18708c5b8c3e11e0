using System.Net;
using ChartRelease.Oci.Auth;

namespace ChartRelease.Oci.Registry;

/// <summary>An answer that is not what was asked for, with all that a message about it needs.</summary>
internal sealed record Answer
{
    /// <summary>The registry's host as users write it.</summary>
    public required string Host { get; init; }

    public required HttpMethod Method { get; init; }

    /// <summary>Who answered.</summary>
    public required Uri Address { get; init; }

    public required HttpStatusCode Status { get; init; }

    public required ErrorBody Body { get; init; }

    /// <summary>What the server said, without our secrets in it.</summary>
    public required string Said { get; init; }

    /// <summary>The credential that was used; <see langword="null"/> for none.</summary>
    public Credential? Credential { get; init; }

    /// <summary>Whether the registry said that the token is good, but not for this.</summary>
    public bool InsufficientScope { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the same may succeed later. An upload that the registry lost, in a restart for one, is begun anew.</summary>
    public bool IsTemporary => Status
        is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
        or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout
        || IsLostUpload || IsUnsettledBlob;

    /// <summary>
    /// Whether the registry does not know the upload. distribution calls its state invalid after a restart with another secret, and when the
    /// body of an earlier request broke off.
    /// </summary>
    public bool IsLostUpload => Status == HttpStatusCode.NotFound && Body.Has("BLOB_UPLOAD_UNKNOWN", "BLOB_UPLOAD_INVALID");

    // A manifest is put after its blobs. distribution rewrites the link of a blob that two send, or mount, at the same time, and misses it when
    // it reads the link in between; stores that settle late do too.
    private bool IsUnsettledBlob => IsManifestPut && Body.Has("MANIFEST_BLOB_UNKNOWN");

    /// <summary>
    /// Whether a registry says with certainty that it has no such repository, tag or blob: 404 with one of its codes, or, to HEAD, which has
    /// no body, the status alone. A page of some other server is no such word, nor is an error nobody knows.
    /// </summary>
    public bool IsAbsence => Status == HttpStatusCode.NotFound
        && ((Body.IsEmpty && Method == HttpMethod.Head) || Body.Has("MANIFEST_UNKNOWN", "NAME_UNKNOWN", "BLOB_UNKNOWN", "NOT_FOUND"));

    /// <summary>Whether a server that speaks TLS says that it was spoken to in HTTP, in the words of Go's HTTP server.</summary>
    public bool IsHttpToTls => Status == HttpStatusCode.BadRequest && Address.Scheme == Uri.UriSchemeHttp
        && Said.Contains("HTTP request to an HTTPS server", StringComparison.OrdinalIgnoreCase);

    /// <summary>What the answer means.</summary>
    public FailureReason Reason => Status switch
    {
        HttpStatusCode.Unauthorized when InsufficientScope && Credential is not null => FailureReason.Forbidden,
        HttpStatusCode.Unauthorized => FailureReason.Unauthorized,
        // How a token server refuses an identity token.
        HttpStatusCode.BadRequest when Body.OAuthError == "invalid_grant" => FailureReason.Unauthorized,
        HttpStatusCode.Forbidden => FailureReason.Forbidden,
        HttpStatusCode.NotFound when Body.IsEmpty || Body.Errors.Count > 0 => FailureReason.NotFound,
        _ when IsRefusedOverwrite => FailureReason.VersionConflict,
        _ => FailureReason.RegistryError,
    };

    // The specification has no code for tags that may not change: ECR says 400, Harbor 412, others 409.
    private bool IsRefusedOverwrite => IsManifestPut
        && (Status == HttpStatusCode.Conflict || ((int)Status is >= 400 and < 500 && Said.Contains("immutable", StringComparison.OrdinalIgnoreCase)));

    private bool IsManifestPut => Method == HttpMethod.Put && Address.AbsolutePath.Contains("/manifests/", StringComparison.Ordinal);
}
