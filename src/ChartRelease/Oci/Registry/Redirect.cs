using System.Net;

namespace ChartRelease.Oci.Registry;

/// <summary>Where a Location header leads. Decisions only; nothing is sent here.</summary>
internal static class Redirect
{
    /// <summary>Most redirects followed for one request.</summary>
    public const int Limit = 5;

    /// <summary>Whether an answer asks to go elsewhere.</summary>
    public static bool Is(HttpResponseMessage response) => Location(response) is not null && response.StatusCode
        is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther
        or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>The Location header as sent: the typed one takes a path for a file on Unix.</summary>
    public static string? Location(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Location", out var values) ? values.ToString() : null;

    /// <summary>
    /// Whether the method may be repeated there: reads always; writes unless the answer is 303, which would make a read of them
    /// (<see href="https://www.rfc-editor.org/rfc/rfc9110#section-15.4"/>).
    /// </summary>
    public static bool KeepsMethod(HttpStatusCode status, HttpMethod method) =>
        method == HttpMethod.Get || method == HttpMethod.Head || status != HttpStatusCode.SeeOther;

    /// <summary>
    /// The absolute address of a Location. Never from TLS to HTTP: for the same host TLS is kept (registries behind a proxy that ends TLS
    /// often do not know their own scheme), for another host there is no answer.
    /// </summary>
    /// <returns><see langword="null"/> when the address must not be used.</returns>
    public static Uri? Resolve(Uri from, string? location) =>
        !Uri.TryCreate(from, location, out var target) ? null
        : target.Scheme == Uri.UriSchemeHttps || target.Scheme == from.Scheme ? target
        : target.Scheme == Uri.UriSchemeHttp && target.IdnHost.Equals(from.IdnHost, StringComparison.OrdinalIgnoreCase)
            ? new UriBuilder(target) { Scheme = from.Scheme, Port = from.Port }.Uri
            : null;
}
