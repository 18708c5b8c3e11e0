namespace ChartRelease.Oci.Auth;

/// <summary>One way to authenticate that a server offers (<see href="https://www.rfc-editor.org/rfc/rfc9110#section-11.3"/>).</summary>
/// <param name="Scheme">The scheme in lower case: schemes are compared without case.</param>
/// <param name="Parameters">Parameters; their names are compared without case.</param>
internal sealed record Challenge(string Scheme, IReadOnlyDictionary<string, string> Parameters)
{
    public const string Basic = "basic";

    public const string Bearer = "bearer";

    /// <summary>A parameter, or <see langword="null"/> when it is absent or empty.</summary>
    public string? this[string name] => Parameters.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>What an answer offers, from the headers as sent: the typed ones do not split all that servers send.</summary>
    public static List<Challenge> Of(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var headers) ? ChallengeParser.Parse(headers) : [];
}
