using ChartRelease.Oci.Registry;

namespace ChartRelease.Oci.Auth;

/// <summary>What a token server is asked, in the two forms there are.</summary>
/// <param name="Realm">Address of the token server; may carry a query.</param>
/// <param name="Service">The registry's name for itself, if it gives one.</param>
/// <param name="Scopes">Scopes.</param>
internal sealed record TokenQuestion(Uri Realm, string? Service, IReadOnlyList<string> Scopes)
{
    private const string ClientId = "chart-release";

    /// <summary>The question as a GET, each scope a parameter of its own.</summary>
    public RegistryRequest Get(Credential? credential)
    {
        var account = credential is { IsIdentityToken: false } ? credential.Username : null;
        var query = new[] { ("account", account), ("service", Service) }
            .Concat(Scopes.Select(scope => ("scope", (string?)scope)))
            .Where(parameter => parameter.Item2 is not null)
            .Select(parameter => $"{parameter.Item1}={Uri.EscapeDataString(parameter.Item2!)}");
        var own = Realm.Query.Length > 1 ? Realm.Query + "&" : "?";
        return new(HttpMethod.Get, new Uri(Realm, own + string.Join('&', query)));
    }

    /// <summary>The question as a POST with an identity token.</summary>
    public RegistryRequest Refresh(Credential credential) => new(HttpMethod.Post, Realm)
    {
        Content = _ => new FormUrlEncodedContent(
        [
            new("grant_type", "refresh_token"),
            new("service", Service),
            new("client_id", ClientId),
            new("scope", string.Join(' ', Scopes)),
            new("refresh_token", credential.Secret.Reveal()),
        ]),
    };
}
