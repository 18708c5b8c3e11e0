using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Engines;

/// <summary>Packages and pushes with this library.</summary>
internal sealed class NativeEngine : IReleaseEngine
{
    /// <inheritdoc/>
    public ContentComparison Comparison => ContentComparison.ConfigAndArchive;

    /// <inheritdoc/>
    public Task<PackagedChart> PackageAsync(SourcedChart chart, string folder, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var path = PackagedCharts.ArchivePath(chart.Chart, folder);
            return PackagedCharts.Create(chart, path, ChartArchiveFile.Write(chart.Chart, path, cancellationToken));
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<PackagedChart> MeasureAsync(SourcedChart chart, string folder, CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            var path = PackagedCharts.ArchivePath(chart.Chart, folder);
            var archive = ChartArchiveFile.Measure(chart.Chart, cancellationToken);
            return PackagedCharts.Create(chart, path, archive) with
            {
                Archive = new Blob(archive, stop =>
                {
                    ChartArchiveFile.Write(chart.Chart, path, stop);
                    return ValueTask.FromResult<Stream>(File.OpenRead(path));
                }),
            };
        },
        cancellationToken);

    /// <inheritdoc/>
    public async Task PushAsync(
        PackagedChart chart, IReleaseTarget target, Func<CancellationToken, Task<bool>> mayTag, CancellationToken cancellationToken)
    {
        var repository = target.Repository(chart.Chart.Name);
        await Task.WhenAll(
            repository.PushBlobAsync(chart.Config, cancellationToken),
            repository.PushBlobAsync(chart.Archive, cancellationToken)).ConfigureAwait(false);
        if (await mayTag(cancellationToken).ConfigureAwait(false))
        {
            await repository.PushManifestAsync(chart.Manifest, chart.Tag, cancellationToken).ConfigureAwait(false);
        }
    }
}
