using System.Text;
using System.Text.Json;

namespace ChartRelease.Oci.Auth;

/// <summary>What a credential file says of one registry.</summary>
internal sealed class CredentialFileEntry
{
    private string Username { get; init; } = "";

    private Secret? Password { get; init; }

    private Secret? IdentityToken { get; init; }

    /// <summary>The credential helper to ask first, NAME of <c>docker-credential-NAME</c>; <see langword="null"/> for none.</summary>
    public string? Helper { get; private init; }

    /// <summary>Reads the entry of a registry.</summary>
    /// <exception cref="JsonException">Not JSON.</exception>
    /// <exception cref="FormatException"><c>auth</c> is not base64 of USER:PASSWORD.</exception>
    /// <exception cref="InvalidOperationException">A value is not of the kind that the format has in its place.</exception>
    public static CredentialFileEntry Find(ReadOnlyMemory<byte> file, string host)
    {
        using var document = JsonDocument.Parse(file);
        var root = document.RootElement;
        var helper = Member(root, "credHelpers", host)?.GetString() ?? Text(root, "credsStore");
        if (Member(root, "auths", host) is not { } entry)
        {
            return new() { Helper = helper };
        }

        var (username, password) = Text(entry, "auth") is { } auth
            ? Decode(auth)
            : (Text(entry, "username") ?? "", Text(entry, "password"));
        return new()
        {
            Helper = helper,
            Username = username,
            Password = string.IsNullOrEmpty(password) ? null : new Secret(password),
            IdentityToken = Text(entry, "identitytoken") is { } token ? new Secret(token) : null,
        };
    }

    /// <summary>The credential in the file itself; <see langword="null"/> when the entry is empty, as it is beside a store.</summary>
    public Credential? ToCredential(string source) =>
        IdentityToken is { } token ? new Credential(Username, token, source) { IsIdentityToken = true, IsStored = true }
        : Password is { } password && Username.Length > 0 ? new Credential(Username, password, source) { IsStored = true }
        : null;

    // The exact key wins over an URL of the same host.
    private static JsonElement? Member(JsonElement root, string section, string host)
    {
        if (!root.TryGetProperty(section, out var entries) || entries.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (entries.TryGetProperty(HostKeys.Of(host), out var exact))
        {
            return exact;
        }

        var match = entries.EnumerateObject().FirstOrDefault(entry => HostKeys.Matches(entry.Name, host));
        return match.Value.ValueKind == JsonValueKind.Undefined ? null : match.Value;
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.GetString() is { Length: > 0 } text ? text : null;

    private static (string Username, string Password) Decode(string auth)
    {
        var decoded = Encoding.UTF8.GetString(Convert.FromBase64String(auth));
        var colon = decoded.IndexOf(':', StringComparison.Ordinal);
        return colon < 0
            ? throw new FormatException("auth holds no colon.")
            : (decoded[..colon], decoded[(colon + 1)..].TrimEnd('\0'));
    }
}
