namespace ChartRelease.Faults.Kinds;

/// <summary>Answers that come before the request is over.</summary>
public static class Unread
{
    /// <summary>An error that a server gives as soon as it has seen the head, and then closes: the body has nowhere to go.</summary>
    public static Fault Error(int status) => async (exchange, cancellationToken) =>
    {
        var answer = Answering.Document(status, "UNAVAILABLE", "not now").With("Connection", "close");
        await exchange.AnswerAsync(answer, cancellationToken);
        exchange.Close();
    };
}
