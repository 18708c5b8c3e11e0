using ChartRelease.Oci;

namespace ChartRelease.Release.Dependencies;

/// <summary>
/// With which settings dependencies are fetched. What was said of the targets is for their hosts only: no password goes to another host, and
/// none is spoken to in HTTP or without a look at its certificate because a target is.
/// </summary>
internal static class DependencyAccess
{
    /// <summary>The settings for a host.</summary>
    public static RegistryOptions For(string host, ReleaseOptions options) =>
        options.Registries.OfType<RegistryReference>().Any(target => target.Host == host)
            ? options.Registry
            : options.Registry with { Username = null, Password = null, PlainHttp = false, InsecureSkipTlsVerify = false };
}
