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

    /// <summary>Finds out what <see cref="PackageAsync"/> would give, for a plan. <c>FOLDER/NAME-VERSION.tgz</c> need not be there before <see cref="PackagedChart.Archive"/> is opened.</summary>
    Task<PackagedChart> MeasureAsync(SourcedChart chart, string folder, CancellationToken cancellationToken);

    /// <summary>Pushes a packaged chart; the manifest goes last, so that a tag never points to something incomplete.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="target">Where to.</param>
    /// <param name="mayTag">Asked right before the tag is written, as late as the engine can: whether it shall be.</param>
    /// <param name="cancellationToken">Stops the push.</param>
    Task PushAsync(PackagedChart chart, IReleaseTarget target, Func<CancellationToken, Task<bool>> mayTag, CancellationToken cancellationToken);
}
