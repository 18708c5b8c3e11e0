using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.CompilerServices;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Oci.Registry;

/// <summary>One repository of a registry, over the OCI distribution protocol 1.1.</summary>
internal sealed class RegistryRepository : IRepository, IAsyncDisposable
{
    // Registries refuse manifests above 4 MiB, as the specification allows them to.
    private const int ManifestLimit = 4 * 1024 * 1024;
    private const int TagsLimit = 32 * 1024 * 1024;

    private readonly RegistryClient _client;
    private readonly HttpExchange _exchange;
    private readonly RetryPolicy _retry;
    private readonly RepositoryAddresses _addresses;
    private readonly RegistryReferrers _referrers;
    private readonly UploadRequests _uploads;
    private readonly UploadStock _stock;
    private readonly Access _read;
    private readonly TimeSpan _timeout;

    public RegistryRepository(
        RegistryEndpoint endpoint, string name, RegistryClient client, HttpExchange exchange, Func<string, RetryPolicy> retry, RegistryOptions options,
        ReferrersWriters writers)
    {
        _client = client;
        _exchange = exchange;
        _addresses = new(endpoint, name);
        _uploads = new(client, _addresses);
        _stock = new(_uploads);
        _read = new(name, Push: false);
        _timeout = options.Timeout;
        Reference = $"{RegistryReference.Scheme}{endpoint.Host}/{name}";
        _retry = retry(Reference);
        _referrers = new(client, exchange, _retry, _addresses, writers, Reference);
    }

    public string Reference { get; }

    public Task<ManifestContent?> ResolveAsync(string tag, CancellationToken cancellationToken) => ReadManifestAsync(tag, null, cancellationToken);

    public async Task<ManifestContent> FetchManifestAsync(Digest digest, CancellationToken cancellationToken) =>
        (await ReadManifestAsync(digest.Value, digest, cancellationToken).ConfigureAwait(false))!;

    [SuppressMessage("Reliability", "CA2000", Justification = "The stream that is returned owns the body.")]
    public async Task<Stream> FetchBlobAsync(Descriptor descriptor, CancellationToken cancellationToken)
    {
        var download = new BlobDownload(_client, _addresses.Blob(descriptor.Digest), descriptor.Size, _read, _timeout);
        var body = await _retry.RunAsync(stop => download.OpenAsync(0, stop), cancellationToken).ConfigureAwait(false);
        return new VerifyingStream(new ResumingStream(body, download, _retry), descriptor, $"{Reference}@{descriptor.Digest}");
    }

    public Task<bool> ExistsAsync(Descriptor descriptor, CancellationToken cancellationToken) =>
        _retry.RunAsync(stop => HeadBlobAsync(descriptor, stop), cancellationToken);

    public async Task<bool> PushBlobAsync(Blob blob, CancellationToken cancellationToken)
    {
        var upload = new BlobUpload(_uploads, blob, _stock.Take(blob));
        await using var disposal = upload.ConfigureAwait(false);
        return await _retry.RunAsync(upload.RunAsync, cancellationToken).ConfigureAwait(false);
    }

    public Task PushManifestAsync(Blob manifest, string tag, CancellationToken cancellationToken) =>
        _retry.RunAsync(stop => PutManifestAsync(manifest, tag, stop), cancellationToken);

    public Task PushManifestAsync(Blob manifest, CancellationToken cancellationToken) => _referrers.PushAsync(manifest, cancellationToken);

    public IAsyncEnumerable<Referrer> ListReferrersAsync(Digest subject, string? artifactType, CancellationToken cancellationToken) =>
        _referrers.ListAsync(subject, artifactType, cancellationToken);

    public async IAsyncEnumerable<string> ListTagsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<Uri>();
        for (Uri? address = _addresses.Tags; address is not null;)
        {
            // Whatever hides the pages that follow would make a shorter list of this one.
            var current = seen.Add(address) ? address : throw NoTags("leads in a circle");
            var page = await _retry.RunAsync(stop => GetTagsAsync(current, stop), cancellationToken).ConfigureAwait(false)
                ?? (seen.Count == 1 ? new([], null) : throw NoTags("leads to a page that is not there"));
            foreach (var tag in page.Tags)
            {
                yield return tag;
            }

            address = page.Next is null ? null : Redirect.Resolve(current, page.Next) ?? throw NoTags("leads to an address that must not be used");
        }
    }

    /// <summary>Proves that pushing is allowed, with an upload that is kept for the first small blob.</summary>
    public Task ProvePushAccessAsync(CancellationToken cancellationToken) => _retry.RunAsync(_stock.AddAsync, cancellationToken);

    /// <summary>Takes back what was begun and not used; does not fail.</summary>
    public ValueTask DisposeAsync() => _stock.DisposeAsync();

    // Bytes that arrive whole and wrong are asked for once more: a proxy on the way may have damaged them. Blobs are too large for that.
    private Task<ManifestContent?> ReadManifestAsync(string reference, Digest? expected, CancellationToken cancellationToken)
    {
        var mismatches = 0;
        return _retry.RunAsync(
            async stop =>
            {
                try
                {
                    return await GetManifestAsync(reference, expected, stop).ConfigureAwait(false);
                }
                catch (ChartReleaseException exception) when (exception.Reason == FailureReason.DigestMismatch && mismatches++ == 0)
                {
                    throw new RequestFailedException(exception.Failure, $"{reference}: damaged on the way", exception) { IsTemporary = true };
                }
            },
            cancellationToken);
    }

    private async Task<ManifestContent?> GetManifestAsync(string reference, Digest? expected, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Get, _addresses.Manifest(reference)) { Accept = ManifestAccept.All };
        using var response = await _client.SendAsync(request, _read, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var answer = await _client.ExplainAsync(response, cancellationToken).ConfigureAwait(false);
            return expected is null && answer.IsAbsence ? null : throw AnswerFailure.From(answer);
        }

        var (bytes, complete) = await _exchange.ReadAsync(response, ManifestLimit, cancellationToken).ConfigureAwait(false);
        var shown = expected is null ? $"{Reference}:{reference}" : $"{Reference}@{reference}";
        if (!complete)
        {
            throw NotUnderstood($"{shown} is larger than {ManifestLimit} bytes.", "A manifest.");
        }

        var digest = expected ?? ReturnedDigest.Of(response) ?? Digest.Of(bytes);
        if (!ContentCheck.IsDigestOf(digest, bytes))
        {
            throw ContentCheck.Mismatch(shown, $"its digest is {Digest.Of(bytes)}", $"Bytes with the digest {digest}.");
        }

        return new(new(MediaTypes.Manifest, digest, bytes.Length), bytes, OciManifestJson.Parse(bytes, shown));
    }

    private async Task<bool> HeadBlobAsync(Descriptor descriptor, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Head, _addresses.Blob(descriptor.Digest));
        using var response = await _client.SendAsync(request, _read, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.OK)
        {
            return response.Content.Headers.ContentLength is not { } size || size == descriptor.Size
                ? true
                : throw ContentCheck.Mismatch($"{Reference}@{descriptor.Digest}", $"it has {size} bytes", $"{descriptor.Size} bytes.");
        }

        var answer = await _client.ExplainAsync(response, cancellationToken).ConfigureAwait(false);
        return answer.IsAbsence ? false : throw AnswerFailure.From(answer);
    }

    private async Task<bool> PutManifestAsync(Blob manifest, string tag, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Put, _addresses.Manifest(tag))
        {
            Content = watch => new BlobContent(manifest, 0, manifest.Descriptor.MediaType, watch),
        };
        using var response = await _client.SendAsync(request, new(_addresses.Name, Push: true), cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw await _client.FailAsync(response, cancellationToken).ConfigureAwait(false);
        }

        ReturnedDigest.Check(response, manifest.Descriptor.Digest);
        return true;
    }

    private async Task<TagPage?> GetTagsAsync(Uri address, CancellationToken cancellationToken)
    {
        using var response = await _client.SendAsync(new(HttpMethod.Get, address), _read, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var answer = await _client.ExplainAsync(response, cancellationToken).ConfigureAwait(false);
            return answer.IsAbsence ? null : throw AnswerFailure.From(answer);
        }

        var (bytes, complete) = await _exchange.ReadAsync(response, TagsLimit, cancellationToken).ConfigureAwait(false);
        return complete && TagPage.ReadTags(bytes) is { } tags
            ? new(tags, TagPage.ReadNext(response))
            : throw NoTags("gives something else");
    }

    private ChartReleaseException NoTags(string what) => NotUnderstood($"{Reference}, asked for its tags, {what}.", "A list of tags.");

    private static ChartReleaseException NotUnderstood(string found, string expected) =>
        new(FailureReason.RegistryError, found, expected, "Check the host and path in --registry.");
}
