using ChartRelease.Oci;

namespace ChartRelease.Release;

/// <summary>
/// What the pipeline asks of the real helm client. The core does not start processes of its own for it: the addin implements this
/// over its typed helm command line. Every failure is a <see cref="ChartReleaseException"/> with helm's own words in it.
/// </summary>
public interface IHelmClient
{
    /// <summary>helm's version without the <c>v</c>, for example <c>4.1.4</c>.</summary>
    string Version { get; }

    /// <summary><c>helm lint --strict</c> over all folders in one process.</summary>
    /// <returns>helm's findings; empty when it found nothing. A finding is not an exception.</returns>
    Task<IReadOnlyList<HelmLintMessage>> LintAsync(IReadOnlyList<string> chartFolders, CancellationToken cancellationToken);

    /// <summary><c>helm template</c> with default values.</summary>
    /// <param name="chart">Full path of a chart folder or archive.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>The rendered manifests.</returns>
    Task<string> TemplateAsync(string chart, CancellationToken cancellationToken);

    /// <summary><c>helm package</c>, with TZ=UTC.</summary>
    /// <param name="chartFolder">Full path of a staged chart folder.</param>
    /// <param name="destination">Full path of the folder that gets the archive.</param>
    /// <param name="cancellationToken">Ends the process.</param>
    /// <returns>Full path of the archive.</returns>
    Task<string> PackageAsync(string chartFolder, string destination, CancellationToken cancellationToken);

    /// <summary><c>helm push</c>, with TZ=UTC.</summary>
    Task PushAsync(string archive, HelmRegistryAccess registry, CancellationToken cancellationToken);

    /// <summary><c>helm pull</c> of one version.</summary>
    /// <returns>Full path of the archive, in <paramref name="destination"/>.</returns>
    Task<string> PullAsync(string chartName, string version, HelmRegistryAccess registry, string destination, CancellationToken cancellationToken);

    /// <summary><c>helm registry login --password-stdin</c>, which stores the credentials in helm's own file.</summary>
    Task LoginAsync(HelmRegistryAccess registry, CancellationToken cancellationToken);
}

/// <summary>One line of <c>helm lint</c>.</summary>
/// <param name="Severity">INFO, WARNING or ERROR.</param>
/// <param name="ChartFolder">The folder it is about, as given.</param>
/// <param name="Path">The file within the chart, or empty.</param>
/// <param name="Message">helm's words.</param>
public sealed record HelmLintMessage(string Severity, string ChartFolder, string Path, string Message);

/// <summary>A registry and what helm needs to reach it.</summary>
/// <param name="Registry">Host and path.</param>
/// <param name="PlainHttp">Whether HTTP is spoken; already decided for loopback hosts.</param>
/// <param name="CaFile">PEM file of certificate authorities, or <see langword="null"/>.</param>
/// <param name="Username">User, or <see langword="null"/> to leave it to helm's own credential files.</param>
/// <param name="Password">Password of that user.</param>
public sealed record HelmRegistryAccess(RegistryReference Registry, bool PlainHttp, string? CaFile, string? Username, Secret? Password)
{
    /// <summary>Do not check the registry's certificate. Default <see langword="false"/>.</summary>
    public bool InsecureSkipTlsVerify { get; init; }
}
