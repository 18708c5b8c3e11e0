using System.Net.Sockets;

namespace ChartRelease.Oci.Registry;

/// <summary>What it means when there is no answer.</summary>
internal static class TransportFailure
{
    /// <summary>Whether an exception of the HTTP client says that there is no answer. The user's own cancellation is not one of them.</summary>
    public static bool Is(Exception exception, CancellationToken cancellationToken) =>
        exception is HttpRequestException or IOException
        || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>The failure, and whether it may pass.</summary>
    /// <param name="exception">What the HTTP client threw.</param>
    /// <param name="address">Where the request went.</param>
    /// <param name="hasAnswered">Whether this registry has answered before: then it exists, and a refused connection may be a restart.</param>
    /// <param name="certificateRefusal">Why its certificate was refused, if it was.</param>
    /// <param name="timeout">How long was waited.</param>
    public static RequestFailedException From(
        Exception exception, Uri address, bool hasAnswered, CertificateRefusal? certificateRefusal, TimeSpan timeout) => Error(exception) switch
        {
            HttpRequestError.SecureConnectionError => Tls(exception, address, hasAnswered, certificateRefusal),
            HttpRequestError.InvalidResponse => NotHttp(exception, address),
            HttpRequestError.NameResolutionError => Unreachable(exception, address, $"A name cannot be resolved: {Place(exception)}", Socket(exception) == SocketError.TryAgain),
            HttpRequestError.ConnectionError => Unreachable(exception, address, Place(exception), hasAnswered || Socket(exception) == SocketError.TimedOut),
            HttpRequestError.ProxyTunnelError => Unreachable(exception, address, $"The proxy does not connect to it: {Sentence(exception)}", hasAnswered),
            _ when exception is OperationCanceledException { InnerException: TimeoutException } => Unreachable(exception, address, "It takes no connection.", true),
            _ when exception is OperationCanceledException => Unreachable(exception, address, $"Nothing moved for {timeout.TotalSeconds:0.#} s (--timeout).", true),
            _ => Unreachable(exception, address, Sentence(exception), true),
        };

    private static RequestFailedException Unreachable(Exception exception, Uri address, string why, bool temporary) => new(
        new(
            FailureReason.RegistryUnreachable,
            $"There is no connection to {address.Authority}. {why}",
            "A registry that answers there.",
            "Check the host and port in --registry, the network, and HTTPS_PROXY and NO_PROXY; then run the same command again."),
        $"{SafeAddress.HostAndPath(address)}: no connection",
        exception)
    {
        IsTemporary = temporary,
    };

    private static RequestFailedException Tls(Exception exception, Uri address, bool hasAnswered, CertificateRefusal? certificateRefusal) => new(
        new(
            FailureReason.TlsFailed,
            certificateRefusal is null
                ? $"{address.Authority} does not complete a TLS handshake."
                : $"The certificate of {address.Authority} is not trusted: {certificateRefusal.Why}.",
            "A certificate for this host from an authority that this machine, or --ca-file, trusts.",
            certificateRefusal is null
                ? "If the registry speaks HTTP, add --plain-http."
                : certificateRefusal.Next),
        $"{SafeAddress.HostAndPath(address)}: TLS failed",
        exception)
    {
        // A connection that breaks in the middle of the handshake, to a registry that managed it before.
        IsTemporary = certificateRefusal is null && hasAnswered && exception.InnerException is IOException,
    };

    private static RequestFailedException NotHttp(Exception exception, Uri address) => new(
        new(
            FailureReason.RegistryError,
            $"{address.Authority} does not answer in HTTP.",
            "A registry.",
            address.Scheme == Uri.UriSchemeHttp
                ? "If it speaks TLS, leave out --plain-http, or give --ca-file on this machine; check the port in --registry."
                : "Check the host and port in --registry."),
        $"{SafeAddress.HostAndPath(address)}: not HTTP",
        exception);

    private static HttpRequestError Error(Exception exception) => exception switch
    {
        HttpRequestException http => http.HttpRequestError,
        HttpIOException body => body.HttpRequestError,
        _ => HttpRequestError.Unknown,
    };

    private static SocketError? Socket(Exception exception) => exception switch
    {
        SocketException socket => socket.SocketErrorCode,
        { InnerException: { } inner } => Socket(inner),
        _ => null,
    };

    private static string Sentence(Exception exception) => Ended(exception.GetBaseException().Message);

    // The outer message has host and port in it, which may be those of a proxy.
    private static string Place(Exception exception) => Ended(exception.Message);

    private static string Ended(string message) => message.EndsWith('.') ? message : message + ".";
}
