using System.Collections.Concurrent;
using Cake.ChartRelease.Helm.Version;
using Cake.Core;

namespace Cake.ChartRelease.Helm;

/// <summary>Versions of the helm executables this process has met, each asked once.</summary>
internal static class HelmVersions
{
    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    public static string Of(ICakeContext context, HelmSettings settings, CancellationToken cancellationToken) =>
        settings.HelmVersion
        ?? Known.GetOrAdd(settings.ToolPath?.FullPath ?? "", _ => new HelmVersionReader(context).Read(
            new HelmVersionSettings { ToolPath = settings.ToolPath, EnvironmentVariables = settings.EnvironmentVariables },
            cancellationToken));
}
