using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Engines;

/// <summary>Packages with <c>helm package</c> and pushes with <c>helm push</c>; image layouts, which helm cannot write, get the same archive from this library.</summary>
internal sealed class HelmEngine(
    Func<CancellationToken, Task<IHelmClient>> helm, Targets targets, NativeEngine native) : IReleaseEngine
{
    /// <inheritdoc/>
    public ContentComparison Comparison => ContentComparison.Archive;

    /// <inheritdoc/>
    public async Task<PackagedChart> PackageAsync(SourcedChart chart, string folder, CancellationToken cancellationToken)
    {
        var client = await helm(cancellationToken).ConfigureAwait(false);
        using var scratch = new ScratchFolder();
        var staged = ChartStaging.Export(chart.Chart, Path.Combine(scratch.Path, "staged"), cancellationToken);
        var built = await client.PackageAsync(staged, Path.Combine(scratch.Path, "packaged"), cancellationToken).ConfigureAwait(false);

        var path = PackagedCharts.ArchivePath(chart.Chart, folder);
        var archive = ChartArchiveFile.Describe(built);
        if (!File.Exists(path) || ChartArchiveFile.Describe(path) != archive)
        {
            await AtomicFile.WriteAsync(path, (stream, token) => CopyAsync(built, stream, token), cancellationToken).ConfigureAwait(false);
        }

        return PackagedCharts.Create(chart, path, archive);
    }

    /// <inheritdoc/>
    public async Task PushAsync(PackagedChart chart, IReleaseTarget target, CancellationToken cancellationToken)
    {
        if (await targets.HelmAccessAsync(target, cancellationToken).ConfigureAwait(false) is not { } registry)
        {
            await native.PushAsync(chart, target, cancellationToken).ConfigureAwait(false);
            return;
        }

        var client = await helm(cancellationToken).ConfigureAwait(false);
        await client.PushAsync(chart.ArchivePath, registry, cancellationToken).ConfigureAwait(false);
    }

    private static async Task CopyAsync(string path, Stream destination, CancellationToken cancellationToken)
    {
        var source = File.OpenRead(path);
        await using (source.ConfigureAwait(false))
        {
            await source.CopyToAsync(destination, cancellationToken).ConfigureAwait(false);
        }
    }
}
