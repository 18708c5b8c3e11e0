namespace ChartRelease.Release.Dependencies;

/// <summary>The address of a chart in a registry, <c>oci://HOST/PATH/NAME:TAG</c>. Pure.</summary>
internal static class OciAddress
{
    /// <summary>Takes it apart: <c>oci://HOST/PATH</c>, the name, and the tag if there is one.</summary>
    public static (string Parent, string Name, string? Tag) Split(string address)
    {
        var slash = address.LastIndexOf('/');
        var colon = address.IndexOf(':', slash);
        return (address[..slash], colon < 0 ? address[(slash + 1)..] : address[(slash + 1)..colon], colon < 0 ? null : address[(colon + 1)..]);
    }
}
