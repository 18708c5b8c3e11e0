using System.Net;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// The proxies that HTTPS_PROXY, HTTP_PROXY and NO_PROXY name, in either case, read as helm and the other programs written in Go read them
/// (<see href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config"/>); .NET's own reading lets <c>NO_PROXY=example.com</c> stand for
/// that host only. A proxy is never asked for this machine.
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    private readonly CredentialCache _credentials = [];
    private readonly Uri? _forHttp;
    private readonly Uri? _forHttps;
    private readonly IReadOnlyList<ProxyExemption> _exemptions;

    private EnvironmentProxy(Func<string, string?> environment)
    {
        _forHttp = ReadAddress("HTTP_PROXY", environment);
        _forHttps = ReadAddress("HTTPS_PROXY", environment);
        _exemptions = ProxyExemption.ParseAll(Read("NO_PROXY", environment) ?? "");
    }

    /// <inheritdoc/>
    public ICredentials? Credentials
    {
        get => _credentials;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads the variables.</summary>
    /// <returns><see langword="null"/> when they name no proxy.</returns>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: the address of a proxy is none.</exception>
    public static EnvironmentProxy? From(Func<string, string?> environment)
    {
        var proxy = new EnvironmentProxy(environment);
        return proxy._forHttp is null && proxy._forHttps is null ? null : proxy;
    }

    /// <inheritdoc/>
    public Uri? GetProxy(Uri destination) =>
        destination.IsLoopback || _exemptions.Any(exemption => exemption.Includes(destination)) ? null
        : destination.Scheme == Uri.UriSchemeHttps ? _forHttps
        : _forHttp;

    /// <inheritdoc/>
    public bool IsBypassed(Uri host) => GetProxy(host) is null;

    private Uri? ReadAddress(string variable, Func<string, string?> environment)
    {
        if (Read(variable, environment) is not { } text)
        {
            return null;
        }

        // The value may hold a password, so it is not shown.
        var address = Parse(text) ?? throw new ChartReleaseException(
            FailureReason.InvalidSettings,
            $"The variable {variable} does not name a proxy.",
            "An address like http://proxy.example.com:3128.",
            $"Correct {variable}, or unset it.");
        var root = new UriBuilder(address.Scheme, address.IdnHost, address.Port).Uri;
        if (address.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var password])
        {
            var credential = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(password.FirstOrDefault("")));
            _credentials.Remove(root, "Basic");
            _credentials.Add(root, "Basic", credential);
        }

        return root;
    }

    private static string? Read(string variable, Func<string, string?> environment) => (environment(variable), environment(variable.ToLowerInvariant())) switch
    {
        ({ Length: > 0 } upper, _) => upper,
        (_, { Length: > 0 } lower) => lower,
        _ => null,
    };

    private static Uri? Parse(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && IsKnown(address.Scheme) && address.Host.Length > 0 ? address
        : !text.Contains("://", StringComparison.Ordinal) && Uri.TryCreate($"http://{text}", UriKind.Absolute, out address) ? address
        : null;

    private static bool IsKnown(string scheme) => scheme is "http" or "https" or "socks5" or "socks4" or "socks4a";
}
