using System.Collections.Concurrent;
using ChartRelease.Oci.Auth;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// A registry as a release target, over the OCI distribution protocol
/// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md"/>). One HTTP client with kept-alive connections
/// serves all its repositories, also in parallel. Requests that may be repeated are, after 408, 429, 500, 502, 503, 504 and broken connections;
/// each repetition is told at warning level, each request at debug level, and neither ever holds a secret. Downloads and uploads that broke
/// off go on where they were, as far as the registry lets them.
/// </summary>
public sealed class RegistryTarget : IReleaseTarget
{
    private readonly RegistryReference _reference;
    private readonly RegistryOptions _options;
    private readonly RegistryEndpoint _endpoint;
    private readonly HttpClient _http;
    private readonly HttpExchange _exchange;
    private readonly Authorizer _authorizer;
    private readonly RegistryClient _client;
    private readonly ReferrersWriters _writers;
    private readonly IReleaseLog _log;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, RegistryRepository> _repositories = new(StringComparer.Ordinal);

    /// <summary>Prepares the target. Nothing is asked, and no credential is looked up, before a method needs it.</summary>
    /// <param name="reference">The registry.</param>
    /// <param name="options">How it is spoken to.</param>
    /// <param name="log">Gets a line for each request and each retry.</param>
    /// <param name="time">Times the retries and the lives of tokens.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: the CA file cannot be used.</exception>
    public RegistryTarget(RegistryReference reference, RegistryOptions options, IReleaseLog log, TimeProvider time)
    {
        (_reference, _options, _log, _time) = (reference, options, log, time);
        _endpoint = RegistryEndpoint.Of(reference, options);
        _http = RegistryTransport.Create(_endpoint, options, out var trust);
        if (options.InsecureSkipTlsVerify && !_endpoint.UsesPlainHttp)
        {
            log.Write(
                ReleaseLogLevel.Warning,
                $"The certificate of {_endpoint.Host} is not checked (--insecure-skip-tls-verify): whoever answers there gets the charts and the credentials.");
        }

        var scrubber = new SecretScrubber();
        _exchange = new(_http, _endpoint, trust, options, log, time, scrubber);
        var answers = new AnswerReader(_endpoint, _exchange, scrubber, time);
        var tokens = new TokenServer(_endpoint, _exchange, answers, scrubber, log, time);
        _authorizer = new(_endpoint, RegistryCredentials.From(options), tokens, new(time), scrubber);
        _client = new(_endpoint, _exchange, _authorizer, answers);
        _writers = new(log, time);
    }

    /// <inheritdoc/>
    public TargetReference Reference => _reference;

    /// <summary>Whether HTTP is spoken: asked for, or a loopback host without a CA file.</summary>
    public bool UsesPlainHttp => _endpoint.UsesPlainHttp;

    /// <summary>
    /// Called once for each repetition of a request, with the <see cref="IRepository.Reference"/> of the repository it is about; from any
    /// thread, and in parallel. Default: nobody is told but the log.
    /// </summary>
    public Action<string>? OnRetry { get; init; }

    /// <inheritdoc/>
    public bool GuardsTags => false;

    /// <inheritdoc/>
    public IRepository Repository(string chartName) => Open(chartName);

    /// <summary>The credential this registry would be given if it asked for one, or <see langword="null"/>.</summary>
    /// <param name="cancellationToken">Ends the wait for a credential helper.</param>
    /// <exception cref="ChartReleaseException">A credential file or helper cannot be read.</exception>
    public Task<Credential?> FindCredentialAsync(CancellationToken cancellationToken) => _authorizer.FindCredentialAsync(cancellationToken);

    /// <inheritdoc/>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.Unauthorized"/>, <see cref="FailureReason.Forbidden"/>, <see cref="FailureReason.NotFound"/> (a registry that
    /// does not make repositories by itself), or the registry cannot be spoken to.
    /// </exception>
    public async Task<string> ProvePushAccessAsync(string chartName, CancellationToken cancellationToken)
    {
        await Open(chartName).ProvePushAccessAsync(cancellationToken).ConfigureAwait(false);
        return await DescribeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_repositories.Values.Select(repository => repository.DisposeAsync().AsTask())).ConfigureAwait(false);
        _authorizer.Dispose();
        _http.Dispose();
    }

    private RegistryRepository Open(string chartName) => _repositories.GetOrAdd(
        chartName, name => new(_endpoint, _reference.RepositoryName(name), _client, _exchange, CreateRetryPolicy, _options, _writers));

    private RetryPolicy CreateRetryPolicy(string repository) => new(_options, _log, _time, repository, () => OnRetry?.Invoke(repository));

    private async Task<string> DescribeAsync(CancellationToken cancellationToken) =>
        !_authorizer.IsChallenged ? $"{_endpoint.Host} asks for no credentials."
        : await FindCredentialAsync(cancellationToken).ConfigureAwait(false) is { } credential ? $"{_endpoint.Host} lets {credential.Description} push."
        : $"{_endpoint.Host} lets clients without credentials push.";
}
