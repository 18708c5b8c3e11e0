using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reading;

namespace ChartRelease.Release.Engines;

/// <summary>Who packages and pushes: this library or helm.</summary>
internal interface IReleaseEngine
{
    /// <summary>What must be equal for a published version to count as the same.</summary>
    ContentComparison Comparison { get; }

    /// <summary>Writes <c>FOLDER/NAME-VERSION.tgz</c>, and leaves a file that already has these bytes untouched.</summary>
    Task<PackagedChart> PackageAsync(SourcedChart chart, string folder, CancellationToken cancellationToken);

    /// <summary>Pushes a packaged chart; the manifest goes last, so that a tag never points to something incomplete.</summary>
    Task PushAsync(PackagedChart chart, IReleaseTarget target, CancellationToken cancellationToken);
}
