using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace ChartRelease.Testing.Registry;

/// <summary>A token server that a real docker-registry trusts: it signs JWTs with the key of the certificate in <see cref="CertificateFile"/>.</summary>
public sealed class TokenServer : IAsyncDisposable
{
    /// <summary>The registry's name in tokens.</summary>
    public const string Service = "test-registry";

    /// <summary>Who signs.</summary>
    public const string Issuer = "test-issuer";

    private readonly TemporaryFolder _folder = new();
    private readonly RSA _key = RSA.Create(2048);
    private readonly X509Certificate2 _certificate;
    private readonly ConcurrentQueue<RecordedRequest> _requests = new();
    private readonly ConcurrentQueue<string> _tokens = new();
    private LoopbackServer? _server;

    private TokenServer()
    {
        var now = TimeProvider.System.GetUtcNow();
        _certificate = new CertificateRequest("CN=tokens", _key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        CertificateFile = _folder.Write("tokens.pem", _certificate.ExportCertificatePem());
    }

    /// <summary>PEM file of the certificate, for the registry's <c>rootcertbundle</c>.</summary>
    public string CertificateFile { get; }

    /// <summary>127.0.0.1 and the port.</summary>
    public string Host => _server!.Host;

    /// <summary>Address of the server, as the registry names it.</summary>
    public string Realm
    {
        get => field ?? $"http://{Host}/token";
        set;
    }

    /// <summary>Users and their passwords.</summary>
    public ConcurrentDictionary<string, string> Users { get; } = new();

    /// <summary>Identity tokens and their users.</summary>
    public ConcurrentDictionary<string, string> IdentityTokens { get; } = new();

    /// <summary>What a user (empty: nobody) may do with a repository, comma-separated. Default: users everything, nobody nothing.</summary>
    public Func<string, string, string> Grants { get; set; } = (user, _) => user.Length > 0 ? "pull,push" : "";

    /// <summary>What <c>expires_in</c> says, in seconds; <see langword="null"/> to leave it out.</summary>
    public int? ExpiresIn { get; set; } = 300;

    /// <summary>The requests in the order of their arrival.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. _requests];

    /// <summary>The tokens given out.</summary>
    public IReadOnlyList<string> Tokens => [.. _tokens];

    /// <summary>Starts a server.</summary>
    public static async Task<TokenServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new TokenServer();
        server._server = await LoopbackServer.StartAsync(server.AnswerAsync, cancellationToken);
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server!.DisposeAsync();
        _certificate.Dispose();
        _key.Dispose();
        _folder.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var request = await RecordedRequest.ReadAsync(context.Request);
        _requests.Enqueue(request);
        var form = QueryHelpers.ParseQuery(request.Method == "POST" ? Encoding.UTF8.GetString(request.Body.Span) : context.Request.QueryString.Value);
        var user = request.Method == "POST" ? UserOf(form) : UserOf(request.Authorization);
        if (user is null)
        {
            await Answers.Status(401)(context);
            return;
        }

        // A login asks for no scope at all.
        var scopes = form.GetValueOrDefault("scope").SelectMany(scope => scope!.Split(' '));
        var body = new JsonObject { [request.Method == "POST" ? "access_token" : "token"] = Sign(user, scopes) };
        if (ExpiresIn is { } seconds)
        {
            body["expires_in"] = seconds;
        }

        await Answers.Status(200, body.ToJsonString())(context);
    }

    // https://distribution.github.io/distribution/spec/auth/oauth/
    private string? UserOf(Dictionary<string, StringValues> form) => form.GetValueOrDefault("grant_type") == "password"
        ? UserOf(form.GetValueOrDefault("username").ToString(), form.GetValueOrDefault("password").ToString())
        : IdentityTokens.GetValueOrDefault(form.GetValueOrDefault("refresh_token").ToString());

    // Null: refused; empty: nobody.
    private string? UserOf(string? authorization)
    {
        if (authorization is null)
        {
            return "";
        }

        var parts = Encoding.UTF8.GetString(Convert.FromBase64String(AuthenticationHeaderValue.Parse(authorization).Parameter!)).Split(':', 2);
        return UserOf(parts[0], parts[1]);
    }

    private string? UserOf(string name, string password) => Users.TryGetValue(name, out var known) && known == password ? name : null;

    // https://distribution.github.io/distribution/spec/auth/jwt/
    private string Sign(string user, IEnumerable<string> scopes)
    {
        var access = new JsonArray();
        foreach (var parts in scopes.Select(scope => scope.Split(':')).Where(parts => parts.Length == 3))
        {
            var granted = Grants(user, parts[1]).Split(',').Intersect(parts[2].Split(',')).Select(action => (JsonNode)action!);
            access.Add((JsonNode)new JsonObject { ["type"] = parts[0], ["name"] = parts[1], ["actions"] = new JsonArray([.. granted]) });
        }

        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject
        {
            ["typ"] = "JWT",
            ["alg"] = "RS256",
            ["x5c"] = new JsonArray(Convert.ToBase64String(_certificate.RawData)),
        };
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["sub"] = user,
            ["aud"] = Service,
            ["exp"] = now + (ExpiresIn ?? 60),
            ["nbf"] = now - 10,
            ["iat"] = now,
            ["jti"] = Guid.NewGuid().ToString(),
            ["access"] = access,
        };
        var signed = $"{Encode(header)}.{Encode(claims)}";
        var signature = _key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var token = $"{signed}.{WebEncoders.Base64UrlEncode(signature)}";
        _tokens.Enqueue(token);
        return token;
    }

    private static string Encode(JsonObject json) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(json));
}
