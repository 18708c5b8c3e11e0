using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults;

/// <summary>A request in the hands of a fault: to be read, handed on, answered or dropped.</summary>
public sealed class Exchange
{
    private readonly ClientSide _client;
    private readonly RecordedExchange _recorded;
    private byte[]? _body;

    internal Exchange(ClientSide client, MessageHead request, RecordedExchange recorded, FaultProxyOptions options)
    {
        _client = client;
        Request = request;
        _recorded = recorded;
        Options = options;
    }

    /// <summary>The head of the request.</summary>
    public MessageHead Request { get; }

    /// <summary>Its method.</summary>
    public string Method => _recorded.Method;

    /// <summary>Its path and query.</summary>
    public string Target => _recorded.Target;

    /// <summary>What stands around the proxy.</summary>
    public FaultProxyOptions Options { get; }

    /// <summary>The whole body of the request.</summary>
    public async Task<byte[]> ReadBodyAsync(CancellationToken cancellationToken)
    {
        _body ??= await _client.Reader.ReadBodyAsync(Request, untilClose: false, cancellationToken);
        _recorded.Received = _body.Length;
        return _body;
    }

    /// <summary>The next bytes of a body that is not read otherwise.</summary>
    public async Task<byte[]> ReadPartAsync(int count, CancellationToken cancellationToken)
    {
        var part = await _client.Reader.ReadSomeAsync(count, cancellationToken);
        _recorded.Received += part.Length;
        return part.Length > 0 ? part : throw new EndOfStreamException("The client is gone.");
    }

    /// <summary>Takes a body that was read in parts for the whole.</summary>
    public void UseBody(byte[] body) => _body = body;

    /// <summary>Hands the request on, and waits for the answer of the registry, which has by then done what was asked.</summary>
    /// <param name="change">Changes the head on its way.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<WireAnswer> ForwardAsync(Func<MessageHead, MessageHead>? change, CancellationToken cancellationToken)
    {
        var body = await ReadBodyAsync(cancellationToken);
        var head = change?.Invoke(Request) ?? Request;
        var answer = await Upstream.SendAsync(Options, Method, head, body, cancellationToken);
        if (Method == "PUT" && answer.Status == 201 && Target.Contains("/manifests/", StringComparison.Ordinal) && !Target.Contains("sha256", StringComparison.Ordinal))
        {
            Options.Script.NotePush();
        }

        return answer;
    }

    /// <summary>Answers.</summary>
    public async Task AnswerAsync(WireAnswer answer, CancellationToken cancellationToken)
    {
        await SendHeadAsync(answer.HeadFor(Method), answer.Status, cancellationToken);
        await SendAsync(Method == "HEAD" ? default : answer.Body, cancellationToken);
    }

    /// <summary>Sends the head of an answer; its body is the caller's affair.</summary>
    public async Task SendHeadAsync(MessageHead head, int status, CancellationToken cancellationToken)
    {
        _recorded.Status = status;
        await _client.SendAsync(head.ToBytes(), cancellationToken);
    }

    /// <summary>Sends a part of a body.</summary>
    public async Task SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _client.SendAsync(bytes, cancellationToken);
        _recorded.Sent += bytes.Length;
    }

    /// <summary>Ends the connection with RST.</summary>
    public void Reset() => _client.Reset();

    /// <summary>Ends the connection in order.</summary>
    public void Close() => _client.Close();

    /// <summary>Waits until the client gives up: then there is an end to read.</summary>
    public async Task WaitForClientAsync(CancellationToken cancellationToken)
    {
        while (await _client.Reader.ReadSomeAsync(int.MaxValue, cancellationToken) is { Length: > 0 })
        {
        }

        _client.Close();
    }
}
