using System.Text.Json;

namespace ChartRelease.Oci.Auth;

/// <summary>
/// A credential file in docker's format, which helm shares
/// (<see href="https://docs.docker.com/reference/cli/docker/login/#credential-stores"/>): <c>credHelpers</c>, then <c>credsStore</c>, then <c>auths</c>.
/// </summary>
/// <param name="path">Full path, or <see langword="null"/> when there is no home to look in.</param>
/// <param name="name">The path as shown to users.</param>
/// <param name="environment">Reads the environment: where helpers are searched.</param>
internal sealed class CredentialFile(string? path, string name, Func<string, string?> environment) : ICredentialSource
{
    public static CredentialFile OfHelm(Func<string, string?> environment) =>
        new(CredentialPaths.Helm(environment), CredentialPaths.Shown(CredentialPaths.Helm(environment), environment), environment);

    public static CredentialFile OfDocker(Func<string, string?> environment) =>
        new(CredentialPaths.Docker(environment), CredentialPaths.Shown(CredentialPaths.Docker(environment), environment), environment);

    public async Task<Credential?> FindAsync(string host, CancellationToken cancellationToken)
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        CredentialFileEntry entry;
        try
        {
            var content = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
            entry = CredentialFileEntry.Find(content, host);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException or FormatException or InvalidOperationException)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"The credential file {name} cannot be read: {(exception is IOException or UnauthorizedAccessException ? exception.Message : "it is not in docker's format.")}",
                "A readable JSON file with auths, credHelpers or credsStore.",
                "Repair the file or log in again, for example with: helm registry login " + host,
                exception);
        }

        var stored = entry.Helper is { } helper
            ? await new CredentialHelper(helper, name, environment).FindAsync(host, cancellationToken).ConfigureAwait(false)
            : null;
        return stored ?? entry.ToCredential(name);
    }
}
