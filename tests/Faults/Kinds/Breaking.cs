using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults.Kinds;

/// <summary>Connections that break.</summary>
public static class Breaking
{
    private const int PartSize = 4096;

    /// <summary>Reset as soon as the head of the request is there.</summary>
    public static Fault BeforeBody { get; } = static (exchange, _) =>
    {
        exchange.Reset();
        return Task.CompletedTask;
    };

    /// <summary>Reset in the middle of the request's body; the registry has got the first half of it.</summary>
    public static Fault InBody { get; } = static async (exchange, cancellationToken) =>
    {
        var part = await ReadHalfAsync(exchange, cancellationToken);
        await Upstream.BreakAsync(exchange.Options, exchange.Method, exchange.Request, part, cancellationToken);
        exchange.Reset();
    };

    /// <summary>Reset after the body; the registry has got nothing.</summary>
    public static Fault AfterBody { get; } = static async (exchange, cancellationToken) =>
    {
        await exchange.ReadBodyAsync(cancellationToken);
        exchange.Reset();
    };

    /// <summary>Reset when the registry has done what was asked, before its answer.</summary>
    public static Fault BeforeAnswer { get; } = static async (exchange, cancellationToken) =>
    {
        await exchange.ForwardAsync(null, cancellationToken);
        exchange.Reset();
    };

    /// <summary>Reset within the head of the answer.</summary>
    public static Fault InHead { get; } = static async (exchange, cancellationToken) =>
    {
        var answer = await exchange.ForwardAsync(null, cancellationToken);
        await exchange.SendAsync(answer.HeadFor(exchange.Method).ToBytes().AsMemory(0, 20), cancellationToken);
        exchange.Reset();
    };

    /// <summary>Reset in the middle of the answer's body.</summary>
    public static Fault InAnswer { get; } = static async (exchange, cancellationToken) =>
    {
        await SendHalfAsync(exchange, cancellationToken);
        exchange.Reset();
    };

    /// <summary>The answer's body ends in the middle, and the connection with it.</summary>
    public static Fault Truncated { get; } = static async (exchange, cancellationToken) =>
    {
        await SendHalfAsync(exchange, cancellationToken);
        exchange.Close();
    };

    /// <summary>The answer's body ends in the middle, and its head says that this is all.</summary>
    public static Fault CutShort { get; } = Forwarding.ChangedAnswer(static (answer, _) => answer with { Body = answer.Body[..(answer.Body.Length / 2)] });

    /// <summary>Sends the head of the registry's answer and the first half of its body.</summary>
    internal static async Task<WireAnswer> SendHalfAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        var answer = await exchange.ForwardAsync(null, cancellationToken);
        await exchange.SendHeadAsync(answer.HeadFor(exchange.Method), answer.Status, cancellationToken);
        await exchange.SendAsync(answer.Body[..(answer.Body.Length / 2)], cancellationToken);
        return answer;
    }

    /// <summary>Reads the first half of the request's body.</summary>
    internal static async Task<byte[]> ReadHalfAsync(Exchange exchange, CancellationToken cancellationToken)
    {
        using var half = new MemoryStream();
        var length = (exchange.Request.ContentLength ?? 0) / 2;
        while (half.Length < length)
        {
            half.Write(await exchange.ReadPartAsync((int)Math.Min(PartSize, length - half.Length), cancellationToken));
        }

        return half.ToArray();
    }
}
