using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults.Kinds;

/// <summary>Bodies that take their time, or do not end.</summary>
public static class Slow
{
    /// <summary>How long a slow body pauses between two pieces.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const int Pieces = 12;
    private const int PartSize = 16 * 1024;

    // More than anybody reads, and an end all the same.
    private const int EndlessPieces = 64 * 1024;

    /// <summary>The answer's body comes in twelve pieces with pauses: three seconds altogether, but never a long standstill.</summary>
    public static Fault Answer { get; } = static async (exchange, cancellationToken) =>
    {
        var answer = await exchange.ForwardAsync(null, cancellationToken);
        await exchange.SendHeadAsync(answer.HeadFor(exchange.Method), answer.Status, cancellationToken);
        foreach (var piece in answer.Body.ToArray().Chunk(Math.Max(1, (answer.Body.Length + Pieces - 1) / Pieces)))
        {
            await Task.Delay(Pause, cancellationToken);
            await exchange.SendAsync(piece, cancellationToken);
        }
    };

    /// <summary>The request's body is read in twelve pieces with pauses.</summary>
    public static Fault Request { get; } = static async (exchange, cancellationToken) =>
    {
        using var body = new MemoryStream();
        for (var piece = 1; piece <= Pieces; piece++)
        {
            await Task.Delay(Pause, cancellationToken);
            var due = (exchange.Request.ContentLength ?? 0) * piece / Pieces;
            while (body.Length < due)
            {
                body.Write(await exchange.ReadPartAsync((int)Math.Min(PartSize, due - body.Length), cancellationToken));
            }
        }

        exchange.UseBody(body.ToArray());
        await Forwarding.Honest(exchange, cancellationToken);
    };

    /// <summary>The answer's body stands still in the middle until the client goes.</summary>
    public static Fault StandsStill { get; } = static async (exchange, cancellationToken) =>
    {
        await Breaking.SendHalfAsync(exchange, cancellationToken);
        await exchange.WaitForClientAsync(cancellationToken);
    };

    /// <summary>The request is taken, and never answered.</summary>
    public static Fault NoAnswer { get; } = static async (exchange, cancellationToken) =>
    {
        await exchange.ReadBodyAsync(cancellationToken);
        await exchange.WaitForClientAsync(cancellationToken);
    };

    /// <summary>The registry does what is asked, and its answer never comes.</summary>
    public static Fault NoAnswerAfterDone { get; } = static async (exchange, cancellationToken) =>
    {
        await exchange.ForwardAsync(null, cancellationToken);
        await exchange.WaitForClientAsync(cancellationToken);
    };

    /// <summary>An answer whose body does not end.</summary>
    public static Fault Endless(int status, string contentType = "application/json") => async (exchange, cancellationToken) =>
    {
        await exchange.ReadBodyAsync(cancellationToken);
        var head = new WireAnswer(status, [new("Content-Type", contentType), new("Transfer-Encoding", "chunked")], default).ToHead();
        await exchange.SendHeadAsync(head, status, cancellationToken);
        var chunk = System.Text.Encoding.ASCII.GetBytes($"400\r\n{new string('x', 1024)}\r\n");
        for (var piece = 0; piece < EndlessPieces; piece++)
        {
            await exchange.SendAsync(chunk, cancellationToken);
        }

        exchange.Reset();
    };
}
