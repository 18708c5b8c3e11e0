namespace ChartRelease.Oci.Auth;

/// <summary>What the user gave this run: <c>--username</c> with a password on standard input, or the CHART_RELEASE_* variables.</summary>
internal sealed class GivenCredentials(RegistryOptions options) : ICredentialSource
{
    public Task<Credential?> FindAsync(string host, CancellationToken cancellationToken) => Task.FromResult((options.Username, options.Password) switch
    {
        (null or "", null) => null,
        ({ Length: > 0 } username, { } password) => new Credential(username, password, "--username or CHART_RELEASE_USERNAME")
        {
            PasswordSource = options.PasswordSource,
        },
        ({ } username, null) => throw Incomplete($"The user name \"{username}\" was given without a password."),
        _ => throw Incomplete("A password was given without a user name."),
    });

    private static ChartReleaseException Incomplete(string found) => new(
        FailureReason.InvalidSettings,
        found,
        "Both, or neither of the two.",
        "Give --username=USER and --password-stdin, or set CHART_RELEASE_USERNAME and CHART_RELEASE_PASSWORD.");
}
