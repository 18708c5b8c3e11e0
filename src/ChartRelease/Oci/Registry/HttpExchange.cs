using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace ChartRelease.Oci.Registry;

/// <summary>Sends one request, once: no redirect, no credentials of its own, no second try. Every one leaves a line at debug level.</summary>
internal sealed class HttpExchange(
    HttpClient http, RegistryEndpoint endpoint, TlsTrust trust, RegistryOptions options, IReleaseLog log, TimeProvider time, SecretScrubber scrubber)
{
    // A server that refuses a large body should be heard before it is sent, and before its connection breaks under it.
    private const long LargeBody = 1024 * 1024;

    private volatile bool _hasAnswered;
    private volatile bool _refusesExpect;

    /// <summary>Sends and waits for the head of the answer; the caller disposes it.</summary>
    /// <exception cref="RequestFailedException">There was no answer.</exception>
    public async Task<HttpResponseMessage> SendAsync(
        RegistryRequest request, Uri address, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        var response = await SendOnceAsync(request, address, authorization, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.ExpectationFailed || _refusesExpect)
        {
            return response;
        }

        // https://www.rfc-editor.org/rfc/rfc9110#section-10.1.1: repeated without it.
        _refusesExpect = true;
        response.Dispose();
        return await SendOnceAsync(request, address, authorization, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>At most <paramref name="limit"/> bytes of an answer's body, and whether that was all.</summary>
    /// <exception cref="RequestFailedException">The body broke off.</exception>
    public async Task<(byte[] Bytes, bool Complete)> ReadAsync(HttpResponseMessage response, int limit, CancellationToken cancellationToken)
    {
        try
        {
            return await BoundedBody.ReadAsync(response, limit, options.Timeout, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (TransportFailure.Is(exception, cancellationToken))
        {
            throw NoAnswer(exception, response.RequestMessage!.RequestUri!);
        }
    }

    private async Task<HttpResponseMessage> SendOnceAsync(
        RegistryRequest request, Uri address, AuthenticationHeaderValue? authorization, CancellationToken cancellationToken)
    {
        using var watch = new StandstillWatch(options.Timeout, cancellationToken);
        using var message = CreateMessage(request, address, watch);
        message.Headers.Authorization = authorization;
        var start = time.GetTimestamp();
        try
        {
            var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, watch.Token).ConfigureAwait(false);
            _hasAnswered = true;
            Log(request.Method, address, ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture), start);
            return response;
        }
        catch (Exception exception) when (TransportFailure.Is(exception, cancellationToken))
        {
            Log(request.Method, address, "no answer", start);
            throw NoAnswer(exception, address);
        }
    }

    private HttpRequestMessage CreateMessage(RegistryRequest request, Uri address, StandstillWatch watch)
    {
        var message = new HttpRequestMessage(request.Method, address) { Content = request.Content?.Invoke(watch) };
        message.Headers.ExpectContinue = message.Content?.Headers.ContentLength > LargeBody && !_refusesExpect;
        message.Headers.Range = request.Offset > 0 ? new(request.Offset, null) : null;
        foreach (var mediaType in request.Accept)
        {
            message.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(mediaType));
        }

        return message;
    }

    private RequestFailedException NoAnswer(Exception exception, Uri address) =>
        TransportFailure.From(exception, address, _hasAnswered, trust.Refusal, options.Timeout);

    private void Log(HttpMethod method, Uri address, string outcome, long start)
    {
        var milliseconds = time.GetElapsedTime(start).TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture);
        log.Write(ReleaseLogLevel.Debug, scrubber.Clean($"{method} {SafeAddress.Show(address, endpoint.Root)} → {outcome} ({milliseconds} ms)"));
    }
}
