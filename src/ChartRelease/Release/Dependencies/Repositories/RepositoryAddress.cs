using System.Text.RegularExpressions;

namespace ChartRelease.Release.Dependencies.Repositories;

/// <summary>Addresses below a chart repository, as helm makes them. Pure.</summary>
internal static partial class RepositoryAddress
{
    /// <summary>The repository's own address.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidChart"/>: not http or https, or with a password in it.</exception>
    public static Uri Parse(string repository) =>
        !Uri.TryCreate(repository, UriKind.Absolute, out var address) || !IsHttp(address)
            ? throw Invalid("It is not an http:// or https:// address.", "Correct the dependency's repository in Chart.yaml.")
            : address.UserInfo.Length > 0
                ? throw Invalid("It holds a user name or a password.", "Take them out, and store them for the repository with: helm repo add NAME URL --username USER --password-stdin")
                : address;

    /// <summary>Where its index is.</summary>
    public static Uri Index(Uri repository) => Below(repository, "index.yaml");

    /// <summary>Where an archive is that the index names by a relative or an absolute address.</summary>
    public static Uri? Resolve(Uri repository, string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var absolute) && !absolute.IsFile ? absolute
        : Uri.TryCreate(Below(repository, ""), url, out var relative) ? new UriBuilder(relative) { Query = repository.Query }.Uri
        : null;

    /// <summary>Whether an address can be asked.</summary>
    public static bool IsHttp(Uri address) => address.Scheme is "http" or "https";

    /// <summary>An address as it may be printed: who writes a password into it has not asked for that.</summary>
    public static string Shown(string repository) => UserInfo().Replace(repository, "//***@");

    private static Uri Below(Uri repository, string name) => new UriBuilder(repository) { Path = $"{repository.AbsolutePath.TrimEnd('/')}/{name}" }.Uri;

    [GeneratedRegex("//[^/]*@")]
    private static partial Regex UserInfo();

    private static ChartReleaseException Invalid(string found, string next) =>
        new(FailureReason.InvalidChart, $"The repository of the dependency cannot be used. {found}", "https://HOST/PATH, oci://HOST/PATH or file://PATH.", next);
}
