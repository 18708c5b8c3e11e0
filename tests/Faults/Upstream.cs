using System.Globalization;
using System.Net;
using System.Net.Sockets;
using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults;

/// <summary>The way to the registry, or to its token server: a connection for each request.</summary>
internal static class Upstream
{
    private const string TokenPath = "/token";

    /// <summary>Sends a request and reads the whole answer.</summary>
    public static async Task<WireAnswer> SendAsync(
        FaultProxyOptions options, string method, MessageHead head, byte[] body, CancellationToken cancellationToken)
    {
        using var connection = await ConnectAsync(options, head, cancellationToken);
        await connection.GetStream().WriteAsync(Outgoing(head, options, method, body.Length).ToBytes(), cancellationToken);
        await connection.GetStream().WriteAsync(body, cancellationToken);
        var answer = await WireAnswer.ReadAsync(new(connection.GetStream()), method, cancellationToken);
        return OwnRealm(answer, head, options);
    }

    /// <summary>
    /// Sends the head and the beginning of a body, then breaks the connection, as one that breaks at the client does behind a proxy; and
    /// waits until the registry has noticed, so that what comes next finds always the same.
    /// </summary>
    public static async Task BreakAsync(
        FaultProxyOptions options, string method, MessageHead head, byte[] part, CancellationToken cancellationToken)
    {
        using var connection = await ConnectAsync(options, head, cancellationToken);
        var stream = connection.GetStream();
        await stream.WriteAsync(Outgoing(head, options, method, head.ContentLength ?? 0).ToBytes(), cancellationToken);
        await stream.WriteAsync(part, cancellationToken);
        connection.Client.Shutdown(SocketShutdown.Send);
        await stream.CopyToAsync(Stream.Null, cancellationToken);
    }

    private static async Task<TcpClient> ConnectAsync(FaultProxyOptions options, MessageHead head, CancellationToken cancellationToken)
    {
        var path = head.StartLine.Split(' ')[1];
        var host = options.Tokens is { } tokens && path.StartsWith(TokenPath, StringComparison.Ordinal) ? tokens : options.Behind;
        var connection = new TcpClient { NoDelay = true };
        try
        {
            await connection.ConnectAsync(IPEndPoint.Parse(host), cancellationToken);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    // The Host stays the proxy's: the registry makes its Location of it.
    private static MessageHead Outgoing(MessageHead head, FaultProxyOptions options, string method, long length)
    {
        var outgoing = head.With("Connection", "close").With("Transfer-Encoding", null)
            .With("Content-Length", length > 0 || method is "PUT" or "POST" or "PATCH" ? length.ToString(CultureInfo.InvariantCulture) : null);
        return outgoing["Authorization"] is null && options.LentAuthorization is { } lent ? outgoing.With("Authorization", lent) : outgoing;
    }

    private static WireAnswer OwnRealm(WireAnswer answer, MessageHead head, FaultProxyOptions options) =>
        options.Tokens is { } tokens && answer.Header("WWW-Authenticate") is { } challenge
            ? answer.With("WWW-Authenticate", challenge.Replace($"http://{tokens}{TokenPath}", $"http://{head["Host"]}{TokenPath}", StringComparison.Ordinal))
            : answer;
}
