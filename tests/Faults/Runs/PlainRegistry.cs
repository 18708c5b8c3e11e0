using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json;
using ChartRelease.Faults.Scenarios;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Faults.Runs;

/// <summary>
/// A registry's client of a page, which shares nothing with the one that is tested: it looks at what a registry holds, and publishes as
/// somebody else does.
/// </summary>
internal sealed class PlainRegistry(HttpClient http, string host, Uri? tokens, Account account)
{
    /// <summary>What stands under a chart's tag, every byte of it checked.</summary>
    public async Task<(HeldContent Content, string? Digest)> ReadAsync(string repository, PackagedChart chart, CancellationToken cancellationToken)
    {
        var manifest = await GetAsync(repository, $"manifests/{chart.Tag}", cancellationToken);
        if (manifest is null)
        {
            return (HeldContent.Absent, null);
        }

        using var document = JsonDocument.Parse(manifest);
        var layers = document.RootElement.GetProperty("layers").EnumerateArray().Select(Digest).ToList();
        foreach (var digest in layers.Append(Digest(document.RootElement.GetProperty("config"))))
        {
            var blob = await GetAsync(repository, $"blobs/{digest}", cancellationToken);
            if (blob is null || Sha256(blob) != digest)
            {
                return (HeldContent.Broken, Sha256(manifest));
            }
        }

        return (layers.Contains(chart.Archive.Descriptor.Digest.Value) ? HeldContent.Ours : HeldContent.Other, Sha256(manifest));

        static string Digest(JsonElement descriptor) => descriptor.GetProperty("digest").GetString()!;
    }

    /// <summary>Publishes a chart.</summary>
    public async Task PublishAsync(string repository, PackagedChart chart, CancellationToken cancellationToken)
    {
        foreach (var blob in (Blob[])[chart.Config, chart.Archive])
        {
            using var begun = await SendAsync(HttpMethod.Post, repository, $"/v2/{repository}/blobs/uploads/", null, cancellationToken);
            var session = begun.Headers.Location!.PathAndQuery;
            using var sent = await SendAsync(
                HttpMethod.Put, repository, $"{session}&digest={blob.Descriptor.Digest}", await ContentAsync(blob, "application/octet-stream", cancellationToken), cancellationToken);
            sent.EnsureSuccessStatusCode();
        }

        using var stored = await SendAsync(
            HttpMethod.Put, repository, $"/v2/{repository}/manifests/{chart.Tag}",
            await ContentAsync(chart.Manifest, chart.Manifest.Descriptor.MediaType, cancellationToken), cancellationToken);
        stored.EnsureSuccessStatusCode();
    }

    private async Task<byte[]?> GetAsync(string repository, string path, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(HttpMethod.Get, repository, $"/v2/{repository}/{path}", null, cancellationToken);
        return response.StatusCode == HttpStatusCode.NotFound
            ? null
            : await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string repository, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"http://{host}{path}") { Content = content };
        request.Headers.Accept.ParseAdd(MediaTypes.Manifest);
        request.Headers.Authorization = tokens is null ? account.Basic : await TokenAsync(repository, cancellationToken);
        return await http.SendAsync(request, cancellationToken);
    }

    private async Task<AuthenticationHeaderValue> TokenAsync(string repository, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{tokens}?service={TokenServer.Service}&scope=repository:{repository}:pull,push");
        request.Headers.Authorization = account.Basic;
        using var response = await http.SendAsync(request, cancellationToken);
        using var document = JsonDocument.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(cancellationToken));
        return new("Bearer", document.RootElement.GetProperty("token").GetString());
    }

    private static async Task<HttpContent> ContentAsync(Blob blob, string mediaType, CancellationToken cancellationToken)
    {
        var content = new StreamContent(await blob.OpenAsync(cancellationToken));
        content.Headers.ContentType = new(mediaType);
        return content;
    }

    private static string Sha256(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
