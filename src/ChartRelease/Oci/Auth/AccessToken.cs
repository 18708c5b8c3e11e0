using System.Text.Json;

namespace ChartRelease.Oci.Auth;

/// <summary>A token and when it ends.</summary>
/// <param name="Value">The token.</param>
/// <param name="ExpiresAt">When the server stops taking it, by our clock.</param>
internal sealed record AccessToken(Secret Value, DateTimeOffset ExpiresAt)
{
    // "If unset, default to 60 seconds": https://distribution.github.io/distribution/spec/auth/token/
    private const int DefaultLifetime = 60;

    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(10);

    /// <summary>Whether it will last for one more request: it must not run out on the way, however short it lives.</summary>
    public bool IsUsable(DateTimeOffset now) => now < ExpiresAt - _margin;

    /// <summary>Reads a token server's answer. <c>issued_at</c> is passed over: the two clocks may differ.</summary>
    /// <returns><see langword="null"/> when it holds no token, or one that no header can hold.</returns>
    public static AccessToken? Read(byte[] json, DateTimeOffset now)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var value = Text(root, "token") ?? Text(root, "access_token");
            return value is null || value.AsSpan().ContainsAnyExceptInRange('!', '~') ? null : new(new Secret(value), now.AddSeconds(Lifetime(root)));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static int Lifetime(JsonElement root) =>
        root.TryGetProperty("expires_in", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var seconds) && seconds > 0
            ? seconds
            : DefaultLifetime;

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;
}
