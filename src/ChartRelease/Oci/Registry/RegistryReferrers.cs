using System.Net;
using System.Runtime.CompilerServices;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// Manifests that refer to others, in one repository of a registry: over the API where the registry has it, else by the tag that holds the list
/// (<see href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-manifests-with-subject"/>).
/// </summary>
internal sealed class RegistryReferrers(
    RegistryClient client, HttpExchange exchange, RetryPolicy retry, RepositoryAddresses addresses, ReferrersWriters writers, string reference)
{
    private const int Limit = 4 * 1024 * 1024;

    private readonly Access _read = new(addresses.Name, Push: false);
    private readonly Access _push = new(addresses.Name, Push: true);

    /// <summary>Stores a manifest under its digest, and makes it findable from its subject.</summary>
    public async Task PushAsync(Blob blob, CancellationToken cancellationToken)
    {
        var manifest = await ReadAsync(blob, cancellationToken).ConfigureAwait(false);
        var isListed = await retry.RunAsync(stop => PutAsync(blob, blob.Descriptor.Digest.Value, stop), cancellationToken).ConfigureAwait(false);
        if (manifest.Subject is { } subject && !isListed)
        {
            await AddToListAsync(subject.Digest, Referrer.Of(blob.Descriptor, manifest), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The referrers of a manifest.</summary>
    public async IAsyncEnumerable<Referrer> ListAsync(
        Digest subject, string? artifactType, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<Uri>();
        for (Uri? address = addresses.Referrers(subject, artifactType); address is not null;)
        {
            var current = seen.Add(address) ? address : throw NotUnderstood("the pages of its referrers lead in a circle");
            var page = await retry.RunAsync(stop => GetPageAsync(current, stop), cancellationToken).ConfigureAwait(false)
                ?? (seen.Count == 1
                    ? await retry.RunAsync(stop => GetListAsync(subject, stop), cancellationToken).ConfigureAwait(false)
                    : throw NotUnderstood("a page of its referrers is not there"));
            foreach (var entry in page.Index.Manifests.Where(entry => page.IsFiltered || artifactType is null || entry.ArtifactType == artifactType))
            {
                yield return entry;
            }

            address = page.Next is null ? null
                : Redirect.Resolve(current, page.Next) ?? throw NotUnderstood("the next page of its referrers is at an address that must not be used");
        }
    }

    private async Task AddToListAsync(Digest subject, Referrer entry, CancellationToken cancellationToken)
    {
        var tag = ReferrersTag.Of(subject);
        var known = ReferrersList.Of(entry);
        await writers.SettleAsync(
            $"{reference}:{tag}",
            // Repeated as a whole: a list that was read before a wait is old.
            stop => retry.RunAsync(MergeAsync, stop),
            cancellationToken).ConfigureAwait(false);

        async Task<bool> MergeAsync(CancellationToken stop)
        {
            var held = await GetTagAsync(tag, stop).ConfigureAwait(false) is { } bytes
                ? ReferrersList.Parse(bytes, $"{reference}:{tag}")
                : ReferrersList.Empty;
            known = held.With(known);
            if (held.Covers(known))
            {
                return false;
            }

            await PutAsync(Blob.FromBytes(MediaTypes.Index, known.ToBytes()), tag, stop).ConfigureAwait(false);
            return true;
        }
    }

    private async Task<bool> PutAsync(Blob manifest, string target, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Put, addresses.Manifest(target))
        {
            Content = watch => new BlobContent(manifest, 0, manifest.Descriptor.MediaType, watch),
        };
        using var response = await client.SendAsync(request, _push, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.Created)
        {
            throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);
        }

        ReturnedDigest.Check(response, manifest.Descriptor.Digest);
        return response.Headers.Contains("OCI-Subject");
    }

    private async Task<ReferrersPage?> GetPageAsync(Uri address, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Get, address) { Accept = [MediaTypes.Index] };
        using var response = await client.SendAsync(request, _read, cancellationToken).ConfigureAwait(false);
        if (ReferrersPage.IsNoApi(response))
        {
            return null;
        }

        if (response.StatusCode != HttpStatusCode.OK)
        {
            throw await client.FailAsync(response, cancellationToken).ConfigureAwait(false);
        }

        var (bytes, complete) = await exchange.ReadAsync(response, Limit, cancellationToken).ConfigureAwait(false);
        return complete
            ? ReferrersPage.Of(response, OciIndexJson.Parse(bytes, $"{reference}, asked for referrers,"))
            : throw NotUnderstood($"a page of its referrers is larger than {Limit} bytes");
    }

    private async Task<ReferrersPage> GetListAsync(Digest subject, CancellationToken cancellationToken)
    {
        var tag = ReferrersTag.Of(subject);
        var bytes = await GetTagAsync(tag, cancellationToken).ConfigureAwait(false);
        return new(bytes is null ? OciIndex.Empty : OciIndexJson.Parse(bytes, $"{reference}:{tag}"), IsFiltered: false, Next: null);
    }

    private async Task<byte[]?> GetTagAsync(string tag, CancellationToken cancellationToken)
    {
        var request = new RegistryRequest(HttpMethod.Get, addresses.Manifest(tag)) { Accept = ManifestAccept.All };
        using var response = await client.SendAsync(request, _read, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode != HttpStatusCode.OK)
        {
            var answer = await client.ExplainAsync(response, cancellationToken).ConfigureAwait(false);
            return answer.IsAbsence ? null : throw AnswerFailure.From(answer);
        }

        var (bytes, complete) = await exchange.ReadAsync(response, Limit, cancellationToken).ConfigureAwait(false);
        var digest = ReturnedDigest.Of(response) ?? Digest.Of(bytes);
        return !complete ? throw NotUnderstood($"the list {tag} is larger than {Limit} bytes")
            : ContentCheck.IsDigestOf(digest, bytes) ? bytes
            : throw ContentCheck.Mismatch($"{reference}:{tag}", $"its digest is {Digest.Of(bytes)}", $"Bytes with the digest {digest}.");
    }

    private async Task<OciManifest> ReadAsync(Blob blob, CancellationToken cancellationToken)
    {
        using var stream = new VerifyingStream(await blob.OpenAsync(cancellationToken).ConfigureAwait(false), blob.Descriptor, "The manifest to be stored");
        using var bytes = new MemoryStream();
        await stream.CopyToAsync(bytes, cancellationToken).ConfigureAwait(false);
        return OciManifestJson.Parse(bytes.ToArray(), $"{reference}@{blob.Descriptor.Digest}");
    }

    private ChartReleaseException NotUnderstood(string why) => new(
        FailureReason.RegistryError,
        $"{reference} cannot be understood: {why}.",
        "A list of referrers.",
        "Check the host and path in --registry. If they are right, show this message to those who run the registry.");
}
