using System.Net;
using ChartRelease.Oci.Auth;

namespace ChartRelease.Oci.Registry;

/// <summary>Sends requests to one registry with whatever authorization it asks for, and follows its redirects.</summary>
internal sealed class RegistryClient(RegistryEndpoint endpoint, HttpExchange exchange, Authorizer authorizer, AnswerReader answers)
{
    /// <summary>Sends a request; the caller disposes the answer, which may have any status but a redirect.</summary>
    /// <exception cref="RequestFailedException">There was no answer, or no authorization to ask with.</exception>
    public async Task<HttpResponseMessage> SendAsync(RegistryRequest request, Access access, CancellationToken cancellationToken)
    {
        var authorization = await authorizer.CurrentAsync(access, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var response = await FollowAsync(request, authorization, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode != HttpStatusCode.Unauthorized || !endpoint.Owns(response.RequestMessage!.RequestUri!))
            {
                return response;
            }

            var next = await AnswerAsync(response, access, authorization, cancellationToken).ConfigureAwait(false);
            if (next is null)
            {
                return response;
            }

            response.Dispose();
            authorization = next;
        }
    }

    /// <summary>Reads what an answer says that is not what was asked for.</summary>
    public Task<Answer> ExplainAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        answers.ReadAsync(response, authorizer.Used(response), cancellationToken);

    /// <summary>The failure that an answer means.</summary>
    public async Task<RequestFailedException> FailAsync(HttpResponseMessage response, CancellationToken cancellationToken) =>
        AnswerFailure.From(await ExplainAsync(response, cancellationToken).ConfigureAwait(false));

    private async Task<RequestAuthorization?> AnswerAsync(
        HttpResponseMessage response, Access access, RequestAuthorization? refused, CancellationToken cancellationToken)
    {
        try
        {
            return await authorizer.AnswerAsync(access, refused, Challenge.Of(response), cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private async Task<HttpResponseMessage> FollowAsync(RegistryRequest request, RequestAuthorization? authorization, CancellationToken cancellationToken)
    {
        var address = request.Address;
        var header = authorization?.Header;
        for (var hops = 0; ; hops++)
        {
            // A Location may lead to another origin at the first step, too: uploads often go to a storage service.
            header = endpoint.Owns(address) ? header : null;
            var response = await exchange.SendAsync(request, address, header, cancellationToken).ConfigureAwait(false);
            if (!Redirect.Is(response))
            {
                return response;
            }

            using (response)
            {
                address = hops < Redirect.Limit && Redirect.KeepsMethod(response.StatusCode, request.Method)
                    && Redirect.Resolve(address, Redirect.Location(response)) is { } next
                    ? next
                    : throw await FailAsync(response, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
