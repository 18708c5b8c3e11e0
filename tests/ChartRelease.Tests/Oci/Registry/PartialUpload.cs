using ChartRelease.Oci;
using ChartRelease.Testing.Registry;
using Microsoft.AspNetCore.Http;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>
/// Makes a wire behave as registries do that keep the part of a body that arrived: the first PUT is cut off after some bytes, which a real
/// registry gets and says so.
/// </summary>
internal sealed class PartialUpload : IDisposable
{
    private readonly HttpClient _http = new();
    private readonly ScriptedServer _wire;
    private readonly string _registry;
    private string _place = "";

    public PartialUpload(ScriptedServer wire, DockerRegistry registry, Blob blob, int arrived)
    {
        (_wire, _registry) = (wire, registry.Host);
        wire.On("PUT", "/uploads/", context => TakePartAsync(context, SampleChart.Bytes(blob)[..arrived]), times: 1)
            .On("GET", "/uploads/", TellAsync);
    }

    public void Dispose() => _http.Dispose();

    private async Task TakePartAsync(HttpContext context, byte[] part)
    {
        var upload = $"{context.Request.Path}?_state={Uri.EscapeDataString(context.Request.Query["_state"].ToString())}";
        using var content = new ByteArrayContent(part);
        content.Headers.ContentType = new("application/octet-stream");
        using var response = await SendAsync(HttpMethod.Patch, upload, content, context.RequestAborted);
        _place = response.Headers.Location!.PathAndQuery;
        context.Abort();
    }

    private async Task TellAsync(HttpContext context)
    {
        using var response = await SendAsync(HttpMethod.Get, _place, null, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.Headers.Location = response.Headers.Location!.AbsoluteUri;
        context.Response.Headers["Range"] = response.Headers.NonValidated["Range"].ToString();
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string address, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, $"http://{_registry}{address}") { Content = content };
        request.Headers.Host = _wire.Host;
        var response = await _http.SendAsync(request, cancellationToken);
        return response.EnsureSuccessStatusCode();
    }
}
