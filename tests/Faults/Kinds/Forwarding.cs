using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults.Kinds;

/// <summary>Requests that reach the registry, and answers that come back, changed on the way or not.</summary>
public static class Forwarding
{
    /// <summary>Nothing goes wrong.</summary>
    public static Fault Honest { get; } = ChangedAnswer(static (answer, _) => answer);

    /// <summary>The request reaches the registry with credentials that are not valid, as if they had run out: the answer is the registry's own.</summary>
    public static Fault Expired { get; } = ChangedRequest(static head => head.With("Authorization", $"{head["Authorization"]?.Split(' ')[0]} ZXhwaXJlZDpleHBpcmVk"));

    /// <summary>The request reaches the registry without its query.</summary>
    public static Fault WithoutQuery { get; } = ChangedRequest(static head => head with { StartLine = string.Join(' ', WithoutQueryParts(head.StartLine)) });

    /// <summary>Hands on a request that is changed.</summary>
    public static Fault ChangedRequest(Func<MessageHead, MessageHead> change) => async (exchange, cancellationToken) =>
        await exchange.AnswerAsync(await exchange.ForwardAsync(change, cancellationToken), cancellationToken);

    /// <summary>Hands back an answer that is changed.</summary>
    public static Fault ChangedAnswer(Func<WireAnswer, Exchange, WireAnswer> change) => async (exchange, cancellationToken) =>
        await exchange.AnswerAsync(change(await exchange.ForwardAsync(null, cancellationToken), exchange), cancellationToken);

    /// <summary>One header of the answer says something else; <see langword="null"/> takes it away.</summary>
    public static Fault Header(string name, string? value) => ChangedAnswer((answer, _) => answer.With(name, value));

    /// <summary>One byte in the middle of the answer's body is another one.</summary>
    public static Fault Corrupted { get; } = ChangedAnswer(static (answer, _) => answer with { Body = Flip(answer.Body) });

    /// <summary>The body of the answer is another one, as long as its own.</summary>
    public static Fault Replaced { get; } = ChangedAnswer(static (answer, _) => answer with { Body = Enumerable.Repeat((byte)'x', answer.Body.Length).ToArray() });

    /// <summary>Location is a path, its query with it.</summary>
    public static Fault RelativeLocation { get; } = ChangedAnswer(static (answer, _) =>
        answer.Header("Location") is { } location ? answer.With("Location", new Uri(location).PathAndQuery) : answer);

    /// <summary>Location is at another origin.</summary>
    public static Fault LocationElsewhere { get; } = ChangedAnswer(static (answer, exchange) =>
        answer.Header("Location") is { } location ? answer.With("Location", $"http://{exchange.Options.Storage}{new Uri(location).PathAndQuery}") : answer);

    /// <summary>The registry does what is asked; the client is told otherwise.</summary>
    public static Fault DoneButAnswered(WireAnswer answer) => ChangedAnswer((_, _) => answer);

    /// <summary>Another publisher writes other content under the tag, as soon as the registry has done what is asked.</summary>
    public static Fault OtherPublisherAfter { get; } = static async (exchange, cancellationToken) =>
    {
        var answer = await exchange.ForwardAsync(null, cancellationToken);
        await exchange.Options.OtherPublisher(cancellationToken);
        await exchange.AnswerAsync(answer, cancellationToken);
    };

    /// <summary>Another publisher writes other content under the tag, just before the registry gets the request.</summary>
    public static Fault OtherPublisherFirst(Fault then) => async (exchange, cancellationToken) =>
    {
        await exchange.Options.OtherPublisher(cancellationToken);
        await then(exchange, cancellationToken);
    };

    private static string[] WithoutQueryParts(string startLine)
    {
        var parts = startLine.Split(' ');
        return [parts[0], parts[1].Split('?')[0], parts[2]];
    }

    private static byte[] Flip(ReadOnlyMemory<byte> body)
    {
        var changed = body.ToArray();
        changed[changed.Length / 2] ^= 1;
        return changed;
    }
}
