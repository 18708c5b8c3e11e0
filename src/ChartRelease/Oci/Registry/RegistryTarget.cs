using ChartRelease.Oci.Auth;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// A registry as a release target, over the OCI distribution protocol
/// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md"/>). One HTTP client with kept-alive connections
/// serves all its repositories, also in parallel. Requests that may be repeated are, after 408, 429, 500, 502, 503, 504 and broken connections;
/// each repetition is told at warning level, each request at debug level, and neither ever holds a secret.
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
    private readonly RetryPolicy _retry;
    private readonly ReferrersWriters _writers;

    /// <summary>Prepares the target. Nothing is asked, and no credential is looked up, before a method needs it.</summary>
    /// <param name="reference">The registry.</param>
    /// <param name="options">How it is spoken to.</param>
    /// <param name="log">Gets a line for each request and each retry.</param>
    /// <param name="time">Times the retries and the lives of tokens.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: the CA file cannot be used.</exception>
    public RegistryTarget(RegistryReference reference, RegistryOptions options, IReleaseLog log, TimeProvider time)
    {
        _reference = reference;
        _options = options;
        _endpoint = RegistryEndpoint.Of(reference, options);
        _http = RegistryTransport.Create(_endpoint, options, out var trust);
        var scrubber = new SecretScrubber();
        _exchange = new(_http, _endpoint, trust, options, log, time, scrubber);
        var answers = new AnswerReader(_endpoint, _exchange, scrubber, time);
        var tokens = new TokenServer(_endpoint, _exchange, answers, scrubber, time);
        _authorizer = new(_endpoint, RegistryCredentials.From(options), tokens, new(time), scrubber);
        _client = new(_endpoint, _exchange, _authorizer, answers);
        _retry = new(options, log, time);
        _writers = new(log, time);
    }

    /// <inheritdoc/>
    public TargetReference Reference => _reference;

    /// <summary>Whether HTTP is spoken: asked for, or a loopback host without a CA file.</summary>
    public bool UsesPlainHttp => _endpoint.UsesPlainHttp;

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
    public async Task<string> ProvePushAccessAsync(IReadOnlyCollection<string> chartNames, CancellationToken cancellationToken)
    {
        await Parallel.ForEachAsync(
            chartNames,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, _options.Parallelism), CancellationToken = cancellationToken },
            async (name, stop) => await Open(name).ProvePushAccessAsync(stop).ConfigureAwait(false)).ConfigureAwait(false);
        return await DescribeAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _authorizer.Dispose();
        _http.Dispose();
    }

    private RegistryRepository Open(string chartName) =>
        new(_endpoint, _reference.RepositoryName(chartName), _client, _exchange, _retry, _options, _writers);

    private async Task<string> DescribeAsync(CancellationToken cancellationToken) =>
        !_authorizer.IsChallenged ? $"{_endpoint.Host} asks for no credentials."
        : await FindCredentialAsync(cancellationToken).ConfigureAwait(false) is { } credential ? $"{_endpoint.Host} lets {credential.Description} push."
        : $"{_endpoint.Host} lets clients without credentials push.";
}
