using ChartRelease.Release;

namespace ChartRelease.Integration.Race;

/// <summary>A helm that finds nothing wrong and asks no registry, so that all that tells a lost race is our own verification.</summary>
/// <param name="archives">Folder of the archives that it pretends to pull.</param>
internal sealed class HelmWithoutRegistry(string archives) : IHelmClient
{
    public string Version => "4.1.4";

    public Task<IReadOnlyList<HelmLintMessage>> LintAsync(IReadOnlyList<string> chartFolders, CancellationToken cancellationToken) => throw NotNeeded();

    public Task<string> TemplateAsync(string chart, CancellationToken cancellationToken) => Task.FromResult("");

    public Task<string> PackageAsync(string chartFolder, string destination, CancellationToken cancellationToken) => throw NotNeeded();

    public Task PushAsync(string archive, HelmRegistryAccess registry, CancellationToken cancellationToken) => throw NotNeeded();

    public Task<string> PullAsync(string chartName, string version, HelmRegistryAccess registry, string destination, CancellationToken cancellationToken) =>
        Task.FromResult(Path.Combine(archives, $"{chartName}-{version}.tgz"));

    public Task LoginAsync(HelmRegistryAccess registry, CancellationToken cancellationToken) => throw NotNeeded();

    private static InvalidOperationException NotNeeded() => new("Not part of a race.");
}
