using System.Collections.Concurrent;
using Cake.ChartRelease.Helm.Version;
using Cake.Core;
using Semver;

namespace Cake.ChartRelease.Helm;

/// <summary>Versions of the helm executables this process has met, each asked once.</summary>
internal static class HelmVersions
{
    // The first with OCI registries by default: https://helm.sh/blog/storing-charts-in-oci/
    private static readonly SemVersion Oldest = new(3, 8, 0);

    private static readonly ConcurrentDictionary<(string Path, DateTime Written), string> Known = new();

    /// <summary>The version of the helm in use, at least 3.8.</summary>
    /// <param name="context">Starts the process.</param>
    /// <param name="settings">Of the command that wants to know.</param>
    /// <param name="path">Full path of helm; <see langword="null"/> when none is found, which asking it then says.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    public static string Of(ICakeContext context, HelmSettings settings, string? path, CancellationToken cancellationToken)
    {
        var version = settings.HelmVersion ?? Known.GetOrAdd(KeyOf(path), _ => Ask(context, settings, cancellationToken));
        return !SemVersion.TryParse(version, SemVersionStyles.AllowV, out var used) ? throw HelmFailures.NoVersion(version)
            : used.WithoutPrereleaseOrMetadata().ComparePrecedenceTo(Oldest) < 0 ? throw new HelmTooOldException(used.ToString())
            : version;
    }

    /// <summary>A build may put another helm in the place of this one.</summary>
    private static (string Path, DateTime Written) KeyOf(string? path) =>
        path is null ? default : (path, File.GetLastWriteTimeUtc(path));

    private static string Ask(ICakeContext context, HelmSettings settings, CancellationToken cancellationToken) =>
        new HelmVersionReader(context).Read(
            new HelmVersionSettings
            {
                ToolPath = settings.ToolPath,
                Timeout = settings.Timeout,
                WorkingDirectory = settings.WorkingDirectory,
                EnvironmentVariables = settings.EnvironmentVariables,
            },
            cancellationToken).Version;
}
