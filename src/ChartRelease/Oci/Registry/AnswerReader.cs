using ChartRelease.Oci.Auth;

namespace ChartRelease.Oci.Registry;

/// <summary>Reads the beginning of an answer that is an error.</summary>
internal sealed class AnswerReader(RegistryEndpoint endpoint, HttpExchange exchange, SecretScrubber scrubber, TimeProvider time)
{
    /// <summary>Reads it; a body that breaks off or does not end is taken as far as it came.</summary>
    public async Task<Answer> ReadAsync(HttpResponseMessage response, Credential? credential, CancellationToken cancellationToken)
    {
        var body = ErrorBody.Parse(await ReadBodyAsync(response, cancellationToken).ConfigureAwait(false));
        return new()
        {
            Host = endpoint.Host,
            Method = response.RequestMessage!.Method,
            Address = response.RequestMessage.RequestUri!,
            Status = response.StatusCode,
            Body = body,
            Said = body.Show(scrubber),
            Credential = credential,
            InsufficientScope = Challenge.Of(response).Any(challenge => challenge["error"] == "insufficient_scope"),
            RetryAfter = RetryAfter.Of(response.Headers.RetryAfter, time.GetUtcNow()),
        };
    }

    private async Task<byte[]> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return (await exchange.ReadAsync(response, ErrorBody.Limit, cancellationToken).ConfigureAwait(false)).Bytes;
        }
        catch (RequestFailedException)
        {
            // The status is known, and it is an error already; but an unread body is not an empty one, which would mean absence.
            return "(the answer broke off)"u8.ToArray();
        }
    }
}
