namespace ChartRelease.Oci.Auth;

/// <summary>The token of a GitHub Actions run. It goes to ghcr.io and, being worth a repository, to no other host.</summary>
internal sealed class GitHubCredentials(Func<string, string?> environment) : ICredentialSource
{
    public const string Host = "ghcr.io";

    public Task<Credential?> FindAsync(string host, CancellationToken cancellationToken) => Task.FromResult(
        host == Host && environment("GITHUB_TOKEN") is { Length: > 0 } token
            ? new Credential(Actor, new Secret(token), "GITHUB_TOKEN") { OnlyHost = Host }
            : null);

    // ghcr.io looks at the token only; the name must not be empty.
    private string Actor => environment("GITHUB_ACTOR") is { Length: > 0 } actor ? actor : "x-access-token";
}
