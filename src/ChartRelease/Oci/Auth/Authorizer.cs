using System.Collections.Concurrent;
using System.Text;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Oci.Auth;

/// <summary>
/// Answers a registry's challenges, and remembers the last one, so that later requests are right at once
/// (<see href="https://distribution.github.io/distribution/spec/auth/token/"/>). Credentials are looked up once, when first asked for.
/// </summary>
internal sealed class Authorizer : IDisposable
{
    private readonly TokenServer _server;
    private readonly TokenCache _tokens;
    private readonly SecretScrubber _scrubber;
    private readonly Lazy<Task<Credential?>> _credential;
    private readonly ConcurrentDictionary<string, bool> _readOnly = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _disposed = new();
    private volatile Challenge? _challenge;

    public Authorizer(RegistryEndpoint endpoint, ICredentialSource credentials, TokenServer server, TokenCache tokens, SecretScrubber scrubber)
    {
        _server = server;
        _tokens = tokens;
        _scrubber = scrubber;
        _credential = new(() => FindAsync(credentials, endpoint.Host));
    }

    /// <summary>Whether the registry has asked for authorization so far.</summary>
    public bool IsChallenged => _challenge is not null;

    /// <summary>The credential for this registry, or <see langword="null"/>.</summary>
    public Task<Credential?> FindCredentialAsync(CancellationToken cancellationToken) => _credential.Value.WaitAsync(cancellationToken);

    /// <summary>The credential that a request was sent with; for the message about its answer.</summary>
    public Credential? Used(HttpResponseMessage response) =>
        response.RequestMessage?.Headers.Authorization is not null && _credential.IsValueCreated && _credential.Value.IsCompletedSuccessfully
            ? _credential.Value.Result
            : null;

    /// <summary>What to send a request with, by what is known so far; <see langword="null"/> for nothing.</summary>
    public async Task<RequestAuthorization?> CurrentAsync(Access access, CancellationToken cancellationToken) =>
        _challenge is { } challenge ? await AuthorizeAsync(challenge, access, cancellationToken).ConfigureAwait(false) : null;

    /// <summary>What to send a request with that was answered with 401.</summary>
    /// <param name="access">What the request does.</param>
    /// <param name="refused">What it was sent with.</param>
    /// <param name="challenges">What the registry asks for.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns><see langword="null"/> when there is nothing else to try.</returns>
    public async Task<RequestAuthorization?> AnswerAsync(
        Access access, RequestAuthorization? refused, IReadOnlyList<Challenge> challenges, CancellationToken cancellationToken)
    {
        var challenge = challenges.FirstOrDefault(one => one.Scheme == Challenge.Bearer)
            ?? challenges.FirstOrDefault(one => one.Scheme == Challenge.Basic);
        if (challenge is null || (refused is not null && (refused.Discard is null || challenge["error"] == "insufficient_scope")))
        {
            return null;
        }

        refused?.Discard?.Invoke();
        _challenge = challenge;
        return await AuthorizeAsync(challenge, access, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _disposed.Cancel();
        _disposed.Dispose();
        _tokens.Dispose();
    }

    private async Task<RequestAuthorization?> AuthorizeAsync(Challenge challenge, Access access, CancellationToken cancellationToken)
    {
        var credential = await FindCredentialAsync(cancellationToken).ConfigureAwait(false);
        return challenge.Scheme == Challenge.Bearer
            ? await BearerAsync(challenge, access, credential, cancellationToken).ConfigureAwait(false)
            : credential is { IsIdentityToken: false } ? Basic(credential) : null;
    }

    private RequestAuthorization Basic(Credential credential)
    {
        var value = Encode(credential);
        _scrubber.Add(value);
        return new() { Header = new("Basic", value), Credential = credential };
    }

    private async Task<RequestAuthorization> BearerAsync(Challenge challenge, Access access, Credential? credential, CancellationToken cancellationToken)
    {
        // Reading and pushing with one token saves a round trip, if we are somebody who may push.
        var push = access.Push || (credential is not null && !_readOnly.ContainsKey(access.Repository));
        try
        {
            return await TokenAsync(challenge, access with { Push = push }, credential, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException exception) when (push && !access.Push && exception.Failure.Reason == FailureReason.Forbidden)
        {
            // Some token servers refuse instead of granting less than was asked for.
            _readOnly[access.Repository] = true;
            return await TokenAsync(challenge, access, credential, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<RequestAuthorization> TokenAsync(Challenge challenge, Access access, Credential? credential, CancellationToken cancellationToken)
    {
        var scopes = TokenScope.Of(access.Repository, access.Push, access.MountedFrom, challenge["scope"]);
        var key = new TokenKey(challenge["realm"] ?? "", challenge["service"] ?? "", string.Join(' ', scopes));
        var (token, fresh) = await _tokens.GetAsync(
            key, stop => _server.FetchAsync(challenge, scopes, credential, stop), cancellationToken).ConfigureAwait(false);
        return new()
        {
            Header = new("Bearer", token.Value.Reveal()),
            Credential = credential,
            Discard = fresh ? null : () => _tokens.Remove(key, token),
        };
    }

    private async Task<Credential?> FindAsync(ICredentialSource credentials, string host)
    {
        var credential = await credentials.FindAsync(host, _disposed.Token).ConfigureAwait(false);
        if (credential is not null)
        {
            _scrubber.Add(credential.Secret.Reveal());
        }

        return credential;
    }

    internal static string Encode(Credential credential) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes($"{credential.Username}:{credential.Secret.Reveal()}"));
}
