using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace ChartRelease.Testing.Registry;

/// <summary>
/// A server that answers by a list, and hands the rest to a real registry, if there is one. Every request is kept.
/// </summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly List<Rule> _rules = [];
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly string? _behind;
    private LoopbackServer? _server;

    private ScriptedServer(string? behind) => _behind = behind;

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host => _server!.Host;

    /// <summary>The requests in the order of their arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>Starts a server.</summary>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <param name="behind">Host and port of the registry that gets what no rule answers; <see langword="null"/> for 501.</param>
    public static async Task<ScriptedServer> StartAsync(CancellationToken cancellationToken, string? behind = null)
    {
        var server = new ScriptedServer(behind);
        server._server = await LoopbackServer.StartAsync(server.AnswerAsync, cancellationToken);
        return server;
    }

    /// <summary>Adds a rule; the first that matches and is not used up answers.</summary>
    /// <param name="method">Method.</param>
    /// <param name="path">Regular expression on path and query.</param>
    /// <param name="answer">What is answered.</param>
    /// <param name="times">How often.</param>
    public ScriptedServer On(string method, string path, RequestDelegate answer, int times = int.MaxValue)
    {
        lock (_rules)
        {
            _rules.Add(new(method, new Regex(path), answer) { Left = times });
        }

        return this;
    }

    /// <summary>An answer that gets lost: the registry behind gets the request whole, and its answer goes nowhere.</summary>
    public RequestDelegate ForwardAndReset() => async context =>
    {
        using var response = await SendOnAsync(context);
        context.Abort();
    };

    /// <summary>Hands a request to the registry behind and its answer back; for rules that do something before or after.</summary>
    public async Task ForwardAsync(HttpContext context)
    {
        using var response = await SendOnAsync(context);
        context.Response.StatusCode = (int)response.StatusCode;
        var headers = response.StatusCode == HttpStatusCode.NoContent ? response.Headers : response.Headers.Concat(response.Content.Headers);
        foreach (var (name, values) in headers.Where(header => header.Key != "Transfer-Encoding"))
        {
            context.Response.Headers[name] = values.ToArray();
        }

        if (context.Request.Method != "HEAD" && response.StatusCode != HttpStatusCode.NoContent)
        {
            await response.Content.CopyToAsync(context.Response.Body);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _client.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await RecordedRequest.ReadAsync(context.Request);
        _requests.Enqueue(request);
        context.Items[nameof(RecordedRequest)] = request;
        var answer = Take(request) ?? (_behind is null ? Answers.Status(501) : ForwardAsync);
        await answer(context);
    }

    private RequestDelegate? Take(RecordedRequest request)
    {
        lock (_rules)
        {
            var rule = _rules.FirstOrDefault(rule => rule.Left > 0 && rule.Method == request.Method && rule.Path.IsMatch(request.Path));
            if (rule is not null)
            {
                rule.Left--;
            }

            return rule?.Answer;
        }
    }

    private async Task<HttpResponseMessage> SendOnAsync(HttpContext context)
    {
        var request = (RecordedRequest)context.Items[nameof(RecordedRequest)]!;
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), $"http://{_behind}{request.Path}");
        message.Content = request.Body.Length > 0 || request.Method is "PUT" or "POST" ? new ReadOnlyMemoryContent(request.Body) : null;
        foreach (var (name, value) in request.Headers)
        {
            // The Host stays ours: the registry makes its Location of it.
            _ = message.Headers.TryAddWithoutValidation(name, value) || message.Content?.Headers.TryAddWithoutValidation(name, value) == true;
        }

        return await _client.SendAsync(message, context.RequestAborted);
    }

    private sealed record Rule(string Method, Regex Path, RequestDelegate Answer)
    {
        public int Left { get; set; }
    }
}
