using System.Globalization;
using System.Net;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// One entry of NO_PROXY: <c>*</c>, a host with its subdomains, <c>.HOST</c> or <c>*.HOST</c> for the subdomains alone, an address or a range
/// <c>10.0.0.0/8</c>; all but the range with a port, if it is meant for one only.
/// </summary>
internal sealed class ProxyExemption
{
    private readonly string _entry;
    private readonly string _host;
    private readonly int? _port;
    private readonly IPNetwork? _range;

    private ProxyExemption(string entry)
    {
        _entry = entry;
        (_host, _port) = SplitPort(entry.StartsWith("*.", StringComparison.Ordinal) ? entry[1..] : entry);
        _range = IPNetwork.TryParse(entry, out var range) ? range : null;
    }

    /// <summary>Reads the entries between the commas; empty ones are passed over.</summary>
    public static IReadOnlyList<ProxyExemption> ParseAll(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(entry => new ProxyExemption(entry))];

    /// <summary>Whether the entry means this address.</summary>
    public bool Includes(Uri address)
    {
        var host = address.IdnHost.Trim('[', ']');
        return _entry == "*"
            || (_range is { } range && IPAddress.TryParse(host, out var ip) && range.Contains(ip))
            || ((_port is null || _port == address.Port) && IncludesHost(host));
    }

    private bool IncludesHost(string host) => IPAddress.TryParse(host, out var ip)
        ? IPAddress.TryParse(_host, out var own) && own.Equals(ip)
        : host.Equals(_host, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith(_host.StartsWith('.') ? _host : "." + _host, StringComparison.OrdinalIgnoreCase);

    private static (string Host, int? Port) SplitPort(string entry)
    {
        var colon = entry.LastIndexOf(':');
        var isAddress = IPAddress.TryParse(entry, out _) && !entry.StartsWith('[') && entry.IndexOf(':', StringComparison.Ordinal) != colon;
        return colon > 0 && !isAddress && int.TryParse(entry[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (entry[..colon].Trim('[', ']'), port)
            : (entry.Trim('[', ']'), null);
    }
}
