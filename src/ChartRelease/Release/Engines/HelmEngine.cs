using ChartRelease.Charts;
using ChartRelease.Charts.Archive;
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

        // helm 3 stamps the archive with the clock: its files are kept, its stamps are not, or the same commit would never be "same" again.
        var path = PackagedCharts.ArchivePath(chart.Chart, folder);
        var restamped = await Task.Run(() => Unpack(built, Path.Combine(scratch.Path, "unpacked")), cancellationToken).ConfigureAwait(false);
        return PackagedCharts.Create(chart, path, ChartArchiveFile.Write(restamped, path, cancellationToken));
    }

    /// <inheritdoc/>
    public Task<PackagedChart> MeasureAsync(SourcedChart chart, string folder, CancellationToken cancellationToken) =>
        PackageAsync(chart, folder, cancellationToken);

    /// <inheritdoc/>
    public async Task PushAsync(
        PackagedChart chart, IReleaseTarget target, Func<CancellationToken, Task<bool>> mayTag, CancellationToken cancellationToken)
    {
        if (await targets.HelmAccessAsync(target, cancellationToken).ConfigureAwait(false) is not { } registry)
        {
            await native.PushAsync(chart, target, mayTag, cancellationToken).ConfigureAwait(false);
            return;
        }

        var client = await helm(cancellationToken).ConfigureAwait(false);
        if (await mayTag(cancellationToken).ConfigureAwait(false))
        {
            await client.PushAsync(chart.ArchivePath, registry, cancellationToken).ConfigureAwait(false);
        }
    }

    private static Chart Unpack(string archive, string folder)
    {
        var name = "";
        using var stream = File.OpenRead(archive);
        foreach (var entry in ChartArchiveReader.Read(stream))
        {
            name = entry.ChartFolder;
            var path = Path.Combine(folder, name, entry.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var file = File.Create(path);
            entry.Content.CopyTo(file);
        }

        return ChartReader.Read(new WorkTreeChartSource(folder), name);
    }
}
