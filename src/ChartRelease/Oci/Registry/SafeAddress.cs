namespace ChartRelease.Oci.Registry;

/// <summary>Addresses as they may be shown: without user information, and with the query reduced to what is known to hold no secret.</summary>
internal static class SafeAddress
{
    private static readonly HashSet<string> _harmless = new(StringComparer.Ordinal) { "digest", "mount", "from", "n", "last", "service", "scope" };

    /// <summary>Host, port and path: <c>ghcr.io/v2/…</c>.</summary>
    public static string HostAndPath(Uri address) => address.Authority + address.AbsolutePath;

    /// <summary>Path and query; on another host than the registry's own, the origin before it.</summary>
    public static string Show(Uri address, Uri root) =>
        (RegistryEndpoint.SameOrigin(address, root) ? "" : $"{address.Scheme}://{address.Authority}") + address.AbsolutePath + Query(address);

    private static string Query(Uri address) => address.Query.Length <= 1
        ? ""
        : "?" + string.Join('&', address.Query[1..].Split('&').Select(Redact));

    // Upload states, signatures and tokens all travel in queries, each registry with names of its own.
    private static string Redact(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 || _harmless.Contains(pair[..equals]) ? pair : pair[..equals] + "=***";
    }
}
