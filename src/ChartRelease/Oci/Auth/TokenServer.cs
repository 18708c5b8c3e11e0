using System.Net;
using System.Net.Http.Headers;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Oci.Auth;

/// <summary>
/// Asks the token server that a registry names
/// (<see href="https://distribution.github.io/distribution/spec/auth/token/"/>, <see href="https://distribution.github.io/distribution/spec/auth/oauth/"/>).
/// </summary>
internal sealed class TokenServer(
    RegistryEndpoint endpoint, HttpExchange exchange, AnswerReader answers, SecretScrubber scrubber, IReleaseLog log, TimeProvider time)
{
    private const int AnswerLimit = 256 * 1024;
    private static readonly TimeSpan _secondThought = TimeSpan.FromSeconds(1);

    /// <summary>A token for the scopes: of the credential, or an anonymous one.</summary>
    /// <exception cref="RequestFailedException">It was refused, or must not be asked for.</exception>
    public async Task<AccessToken> FetchAsync(
        Challenge challenge, IReadOnlyList<string> scopes, Credential? credential, CancellationToken cancellationToken)
    {
        var realm = CheckRealm(challenge["realm"], credential);
        var question = new TokenQuestion(realm, challenge["service"], scopes);
        var response = await AskAsync(question, credential, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Unauthorized && credential is not null)
        {
            // Harbor answers so now and then to credentials that are right.
            response.Dispose();
            log.Write(ReleaseLogLevel.Warning, $"{SafeAddress.HostAndPath(realm)}: 401 Unauthorized; trying again in 1.0 s");
            await Task.Delay(_secondThought, time, cancellationToken).ConfigureAwait(false);
            response = await AskAsync(question, credential, cancellationToken).ConfigureAwait(false);
        }

        using (response)
        {
            return response.StatusCode == HttpStatusCode.OK
                ? await ReadAsync(response, cancellationToken).ConfigureAwait(false)
                : throw AnswerFailure.From(await answers.ReadAsync(response, credential, cancellationToken).ConfigureAwait(false));
        }
    }

    private async Task<HttpResponseMessage> AskAsync(TokenQuestion question, Credential? credential, CancellationToken cancellationToken)
    {
        if (credential is { IsIdentityToken: true })
        {
            var refreshed = await exchange.SendAsync(question.Refresh(credential), question.Realm, null, cancellationToken).ConfigureAwait(false);
            if (refreshed.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
            {
                return refreshed;
            }

            refreshed.Dispose();
        }

        return await GetAsync(question.Get(credential), credential, cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> GetAsync(RegistryRequest request, Credential? credential, CancellationToken cancellationToken)
    {
        AuthenticationHeaderValue? header = null;
        if (credential is not null)
        {
            var value = Authorizer.Encode(credential);
            scrubber.Add(value);
            header = new("Basic", value);
        }

        // No redirect is followed: nobody needs one here, and the answer is worth a password.
        return await exchange.SendAsync(request, request.Address, header, cancellationToken).ConfigureAwait(false);
    }

    private async Task<AccessToken> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var (bytes, _) = await exchange.ReadAsync(response, AnswerLimit, cancellationToken).ConfigureAwait(false);
        var token = AccessToken.Read(bytes, time.GetUtcNow()) ?? throw Refuse("answers without a usable token", response.RequestMessage!.RequestUri!);
        scrubber.Add(token.Value.Reveal());
        return token;
    }

    private Uri CheckRealm(string? realm, Credential? credential)
    {
        if (!Uri.TryCreate(realm, UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http"))
        {
            throw Refuse("is not named by a usable address", endpoint.Root);
        }

        return credential is null || Realm.IsSafe(address, endpoint, credential)
            ? address
            : throw Refuse($"must not see {credential.Description}: it is another host, or speaks HTTP", address);
    }

    private RequestFailedException Refuse(string why, Uri address) => new(
        new(
            FailureReason.RegistryError,
            $"The token server that {endpoint.Host} names ({SafeAddress.HostAndPath(address)}) {why}.",
            "A token server that speaks TLS (or is this machine, as the registry is) and answers with token or access_token.",
            "Check the host in --registry; if it is right, show this message to those who run the registry."),
        $"{SafeAddress.HostAndPath(address)}: no token");
}
