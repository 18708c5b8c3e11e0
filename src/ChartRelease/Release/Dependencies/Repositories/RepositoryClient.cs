using System.Net;
using System.Net.Http.Headers;
using System.Text;
using ChartRelease.Oci;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>Reads files of one chart repository over HTTP, with the connection, retries and proxies of the registry client.</summary>
internal sealed class RepositoryClient : IDisposable
{
    private readonly RegistryEndpoint _endpoint;
    private readonly RepositoryLogin? _login;
    private readonly HttpClient _http;
    private readonly HttpExchange _exchange;
    private readonly RetryPolicy _retry;
    private readonly TimeProvider _time;

    /// <summary>Prepares the client; nothing is asked yet.</summary>
    /// <param name="repository">Address of the repository.</param>
    /// <param name="login">What is stored for it, or <see langword="null"/>.</param>
    /// <param name="options">How it is spoken to.</param>
    /// <param name="log">Gets a line for each request and each retry.</param>
    /// <param name="time">Times the retries.</param>
    public RepositoryClient(Uri repository, RepositoryLogin? login, RegistryOptions options, IReleaseLog log, TimeProvider time)
    {
        (_login, _time) = (login, time);
        _endpoint = new RegistryEndpoint(repository.Authority, new Uri(repository, "/"));
        _http = RegistryTransport.Create(_endpoint, options, out var trust);
        var scrubber = new SecretScrubber();
        scrubber.Add(login?.Password?.Reveal() ?? "");
        _exchange = new HttpExchange(_http, _endpoint, trust, options, log, time, scrubber);
        _retry = new RetryPolicy(options, log, time, SafeAddress.HostAndPath(repository), static () => { });
    }

    /// <summary>Reads a file.</summary>
    /// <param name="address">Its address, in the repository or elsewhere.</param>
    /// <param name="limit">Most bytes it may have.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    /// <exception cref="ChartReleaseException">It cannot be read, or is larger.</exception>
    public Task<byte[]> GetAsync(Uri address, int limit, CancellationToken cancellationToken) =>
        _retry.RunAsync(stop => GetOnceAsync(address, limit, stop), cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<byte[]> GetOnceAsync(Uri address, int limit, CancellationToken cancellationToken)
    {
        for (var hops = 0; ; hops++)
        {
            var request = new RegistryRequest(HttpMethod.Get, address);
            using var response = await _exchange.SendAsync(request, address, AuthorizationFor(address), cancellationToken).ConfigureAwait(false);
            if (Redirect.Is(response) && hops < Redirect.Limit && Redirect.Resolve(address, Redirect.Location(response)) is { } next)
            {
                address = next;
                continue;
            }

            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw RepositoryFailure.From(response, address, _login, _time.GetUtcNow());
            }

            var (content, complete) = await _exchange.ReadAsync(response, limit, cancellationToken).ConfigureAwait(false);
            return complete ? content : throw RepositoryFailure.TooLarge(address, limit);
        }
    }

    private AuthenticationHeaderValue? AuthorizationFor(Uri address) =>
        _login is { Username: { } user, Password: { } password } && (_login.PassEverywhere || _endpoint.Owns(address))
            ? new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password.Reveal()}")))
            : null;
}
