namespace ChartRelease.Oci.Auth;

/// <summary>A user name with its password or token, and where it was found.</summary>
/// <param name="Username">User name; may be empty beside an identity token.</param>
/// <param name="Secret">Password, access token or identity token.</param>
/// <param name="Source">Where it was found, in words for messages, for example <c>GITHUB_TOKEN</c> or <c>~/.docker/config.json</c>.</param>
public sealed record Credential(string Username, Secret Secret, string Source)
{
    /// <summary>Whether <see cref="Secret"/> is an OAuth2 refresh token, which only the token server takes. Default <see langword="false"/>.</summary>
    public bool IsIdentityToken { get; init; }

    /// <summary>Whether it stands in a credential file or store, where the helm client finds it by itself. Default <see langword="false"/>.</summary>
    public bool IsStored { get; init; }

    /// <summary>Where the password was found, when that is another place than the user name's; <see langword="null"/> when it is the same.</summary>
    public string? PasswordSource { get; init; }

    /// <summary>The only host, token server included, that may see it; <see langword="null"/> when the registry's token server is trusted.</summary>
    internal string? OnlyHost { get; init; }

    /// <summary>For messages: the user, if it has a name, and the source.</summary>
    internal string Description => Username.Length == 0 || IsIdentityToken ? $"the token from {Source}" : $"\"{Username}\" from {Source}";
}
