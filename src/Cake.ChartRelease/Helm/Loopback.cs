using System.Net;

namespace Cake.ChartRelease.Helm;

internal static class Loopback
{
    /// <summary>Whether HOST or HOST:PORT is this machine.</summary>
    public static bool Is(string host)
    {
        var name = host.StartsWith('[') ? host[1..host.IndexOf(']', StringComparison.Ordinal)] : host.Split(':')[0];
        return name == "localhost" || (IPAddress.TryParse(name, out var address) && IPAddress.IsLoopback(address));
    }
}
