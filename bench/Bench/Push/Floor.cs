using System.Diagnostics;
using System.Net.Http.Headers;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Bench.Push;

/// <summary>
/// The least that a client can do over HTTP: for each chart one question and five requests that store it, on kept connections, four charts at
/// once. No retry, no check, no log.
/// </summary>
internal static class Floor
{
    /// <summary>Pushes all charts.</summary>
    public static async Task<double> PushAsync(string host, string path, IReadOnlyList<PackagedChart> charts, int parallelism)
    {
        var clock = Stopwatch.StartNew();
        using var handler = new SocketsHttpHandler { UseProxy = false, UseCookies = false, AllowAutoRedirect = false };
        using var http = new HttpClient(handler);
        http.BaseAddress = new Uri($"http://{host}/v2/{path}/");
        var options = new ParallelOptions { MaxDegreeOfParallelism = parallelism };
        await Parallel.ForEachAsync(charts, options, async (chart, _) => await PushAsync(http, chart));
        return clock.Elapsed.TotalSeconds;
    }

    private static async Task PushAsync(HttpClient http, PackagedChart chart)
    {
        var manifest = $"{chart.Chart.Name}/manifests/{chart.Tag}";
        await SendAsync(http, HttpMethod.Get, manifest, null);
        foreach (var blob in new[] { chart.Config, chart.Archive })
        {
            var session = await SendAsync(http, HttpMethod.Post, $"{chart.Chart.Name}/blobs/uploads/", null);
            var location = $"{session}{(session!.Contains('?', StringComparison.Ordinal) ? '&' : '?')}digest={Uri.EscapeDataString(blob.Descriptor.Digest.Value)}";
            await PutAsync(http, location, blob, "application/octet-stream");
        }

        await PutAsync(http, manifest, chart.Manifest, MediaTypes.Manifest);
    }

    private static async Task<string?> SendAsync(HttpClient http, HttpMethod method, string address, HttpContent? content)
    {
        using var request = new HttpRequestMessage(method, address) { Content = content };
        using var response = await http.SendAsync(request);
        return response.IsSuccessStatusCode || method == HttpMethod.Get
            ? response.Headers.Location?.ToString()
            : throw new InvalidOperationException($"{method} {address}: {(int)response.StatusCode}");
    }

    private static async Task PutAsync(HttpClient http, string address, Blob blob, string mediaType)
    {
        using var content = new StreamContent(await blob.OpenAsync(CancellationToken.None));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        content.Headers.ContentLength = blob.Descriptor.Size;
        await SendAsync(http, HttpMethod.Put, address, content);
    }
}
