using System.Globalization;
using ChartRelease.Faults.Wire;

namespace ChartRelease.Faults.Kinds;

/// <summary>Answers that are made up; the registry does not see the request.</summary>
public static class Answering
{
    /// <summary>A registry's error document.</summary>
    public static Fault Error(int status, string code = "UNAVAILABLE", string message = "try later", params HeaderField[] headers) =>
        With(Document(status, code, message, headers));

    /// <summary>A page as proxies and web servers give it.</summary>
    public static Fault Page(int status) =>
        With(WireAnswer.Of(status, "text/html", $"<!DOCTYPE html><html><head><title>{status}</title></head><body><h1>{status} nginx</h1></body></html>"));

    /// <summary>An answer that asks to come back after some seconds.</summary>
    public static Fault RetryAfterSeconds(int status, int seconds) =>
        Error(status, headers: new HeaderField("Retry-After", seconds.ToString(CultureInfo.InvariantCulture)));

    /// <summary>An answer that asks to come back at a time, so many seconds from now.</summary>
    public static Fault RetryAfterDate(int status, int seconds) => async (exchange, cancellationToken) =>
    {
        var date = exchange.Options.Time.GetUtcNow().AddSeconds(seconds).ToString("r", CultureInfo.InvariantCulture);
        await Error(status, headers: new HeaderField("Retry-After", date))(exchange, cancellationToken);
    };

    /// <summary>A redirect to the same path at another origin.</summary>
    public static Fault RedirectElsewhere(int status) => async (exchange, cancellationToken) =>
    {
        var location = new HeaderField("Location", $"http://{exchange.Options.Storage}{exchange.Target}");
        await With(new(status, [location], default))(exchange, cancellationToken);
    };

    /// <summary>A redirect to where the request went already.</summary>
    public static Fault RedirectInCircles(int status) => async (exchange, cancellationToken) =>
        await With(new(status, [new("Location", exchange.Target)], default))(exchange, cancellationToken);

    /// <summary>An answer with what the client sent to prove who it is, as some error pages do.</summary>
    public static Fault EchoOfCredentials(int status) => async (exchange, cancellationToken) =>
        await Error(status, "DENIED", $"not allowed: {exchange.Request["Authorization"]}")(exchange, cancellationToken);

    /// <summary>Any answer.</summary>
    public static Fault With(WireAnswer answer) => async (exchange, cancellationToken) =>
    {
        await exchange.ReadBodyAsync(cancellationToken);
        await exchange.AnswerAsync(answer, cancellationToken);
    };

    /// <summary>A registry's error document, for those who send it themselves.</summary>
    public static WireAnswer Document(int status, string code, string message, params IEnumerable<HeaderField> headers) =>
        WireAnswer.Of(status, "application/json", $$"""{"errors":[{"code":"{{code}}","message":"{{message}}"}]}""", headers);
}
