using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ChartRelease.Testing.Audit;

/// <summary>Looks at what a registry holds over plain HTTP, with nothing of the code under test.</summary>
/// <param name="host">Host and port of a registry without authentication.</param>
public sealed class RegistryAudit(string host) : IDisposable
{
    private static readonly MediaTypeWithQualityHeaderValue Manifest = new("application/vnd.oci.image.manifest.v1+json");

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://{host}/v2/") };

    /// <summary>Fetches every tag of a repository with all that its manifest names.</summary>
    /// <param name="repository">The repository, <c>PATH/NAME</c>.</param>
    /// <param name="cancellationToken">Ends the audit.</param>
    public async Task<AuditResult> AuditAsync(string repository, CancellationToken cancellationToken)
    {
        var tags = new Dictionary<string, string>();
        var faults = new List<string>();
        var empty = new List<string>();
        try
        {
            foreach (var tag in await TagsAsync(repository, cancellationToken))
            {
                await AuditAsync(repository, tag, tags, faults, empty, cancellationToken);
            }
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException)
        {
            faults.Add($"{repository}: {exception.Message}");
        }

        return new AuditResult(tags, faults) { EmptyTags = empty };
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task AuditAsync(
        string repository, string tag, Dictionary<string, string> tags, List<string> faults, List<string> empty, CancellationToken cancellationToken)
    {
        if (await GetAsync($"{repository}/manifests/{tag}", cancellationToken) is not { } manifest)
        {
            empty.Add($"{repository}:{tag} has no manifest");
            return;
        }

        tags[tag] = PublishedContent.DigestOf(manifest.Bytes);
        if (manifest.Digest != tags[tag])
        {
            faults.Add($"{repository}:{tag} has the digest {tags[tag]}, not {manifest.Digest}");
        }

        foreach (var content in PublishedContent.OfManifest(manifest.Bytes))
        {
            var blob = await GetAsync($"{repository}/blobs/{content.Digest}", cancellationToken);
            if (content.Fault(blob?.Bytes) is { } fault)
            {
                faults.Add($"{repository}:{tag}: {fault}");
            }
        }
    }

    private async Task<IReadOnlyList<string>> TagsAsync(string repository, CancellationToken cancellationToken)
    {
        if (await GetAsync($"{repository}/tags/list", cancellationToken) is not { } list)
        {
            return [];
        }

        using var document = JsonDocument.Parse(list.Bytes);
        var tags = document.RootElement.GetProperty("tags");
        return tags.ValueKind == JsonValueKind.Null ? [] : [.. tags.EnumerateArray().Select(static tag => tag.GetString()!)];
    }

    // Absence is null. An answer that is neither throws.
    private async Task<(byte[] Bytes, string? Digest)?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.Add(Manifest);
        using var response = await _http.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        var digest = response.Headers.TryGetValues("Docker-Content-Digest", out var values) ? values.Single() : null;
        return (await response.Content.ReadAsByteArrayAsync(cancellationToken), digest);
    }
}
