using ChartRelease.Charts.Yaml;
using ChartRelease.Oci.Auth;

namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>helm's own list of chart repositories, repositories.yaml; empty when there is none.</summary>
internal sealed class RepositoryLogins
{
    private readonly IReadOnlyList<RepositoryLogin> _logins;

    private RepositoryLogins(IReadOnlyList<RepositoryLogin> logins) => _logins = logins;

    /// <summary>Reads the file.</summary>
    /// <param name="environment">Reads the environment: HELM_REPOSITORY_CONFIG, and where helm keeps its configuration.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: it cannot be read.</exception>
    public static RepositoryLogins Read(Func<string, string?> environment)
    {
        var path = CredentialPaths.HelmRepositories(environment);
        if (path is null || !File.Exists(path))
        {
            return new RepositoryLogins([]);
        }

        var shown = CredentialPaths.Shown(path, environment);
        try
        {
            var fields = new YamlFields(shown);
            return new RepositoryLogins(YamlDocument.Parse(File.ReadAllBytes(path), shown).Root?.Resolved is YamlMap map
                ? [.. fields.Maps(map, "repositories").Select(entry => Login(fields, entry))]
                : []);
        }
        catch (Exception exception) when (exception is ChartReleaseException or IOException or UnauthorizedAccessException)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"helm's list of repositories {shown} cannot be read: {(exception as ChartReleaseException)?.Failure.Found ?? exception.Message}",
                "The file that helm repo add writes.",
                "Repair it, or move it away and add the repositories again.",
                exception);
        }
    }

    /// <summary>The entry of an address; <see langword="null"/> when nothing is stored for it.</summary>
    public RepositoryLogin? ByUrl(string url) => _logins.FirstOrDefault(login => login.Url.TrimEnd('/') == url.TrimEnd('/'));

    /// <summary>The entry of a name; <see langword="null"/> when there is none.</summary>
    public RepositoryLogin? ByName(string name) => _logins.FirstOrDefault(login => login.Name == name);

    private static RepositoryLogin Login(YamlFields fields, YamlMap entry) => new(
        fields.Text(entry, "name") ?? "",
        fields.Text(entry, "url") ?? "",
        NonEmpty(fields.SourceText(entry, "username")),
        NonEmpty(fields.SourceText(entry, "password")) is { } password ? new Secret(password) : null)
    {
        PassEverywhere = fields.Flag(entry, "pass_credentials_all"),
        CaFile = NonEmpty(fields.SourceText(entry, "caFile")),
        InsecureSkipTlsVerify = fields.Flag(entry, "insecure_skip_tls_verify"),
    };

    private static string? NonEmpty(string? text) => text is { Length: > 0 } ? text : null;
}
