namespace ChartRelease.Oci.Auth;

/// <summary>
/// The places credentials are looked for, first match wins: what was given, GITHUB_TOKEN (for ghcr.io only), helm's file, docker's file.
/// </summary>
/// <param name="sources">The places, in order.</param>
internal sealed class RegistryCredentials(IReadOnlyList<ICredentialSource> sources) : ICredentialSource
{
    public static RegistryCredentials From(RegistryOptions options) => new(
    [
        new GivenCredentials(options),
        // Over HTTP it would be shown to everybody on the way, proxies first; and without a certificate that was checked, nobody knows who is ghcr.io.
        .. options.PlainHttp || options.InsecureSkipTlsVerify ? [] : (ICredentialSource[])[new GitHubCredentials(options.Environment)],
        CredentialFile.OfHelm(options.Environment),
        CredentialFile.OfDocker(options.Environment),
    ]);

    public async Task<Credential?> FindAsync(string host, CancellationToken cancellationToken)
    {
        foreach (var source in sources)
        {
            if (await source.FindAsync(host, cancellationToken).ConfigureAwait(false) is { } credential)
            {
                return credential;
            }
        }

        return null;
    }
}
