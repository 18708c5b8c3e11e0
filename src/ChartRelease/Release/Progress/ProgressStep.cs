using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Progress;

/// <summary>One chart at one target.</summary>
/// <param name="Chart">The chart's name.</param>
/// <param name="Version">The chart's version.</param>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="Repository">The repository there, as <see cref="IRepository.Reference"/> shows it.</param>
/// <param name="Tag">The tag there.</param>
public sealed record ProgressStep(string Chart, string Version, string Target, string Repository, string Tag)
{
    /// <summary>The step of a chart at an open target.</summary>
    internal static ProgressStep Of(PackagedChart chart, string name, IReleaseTarget target) =>
        new(chart.Chart.Name, chart.Chart.Version, name, target.Repository(chart.Chart.Name).Reference, chart.Tag);

    /// <summary><c>REPOSITORY:TAG</c>, for messages.</summary>
    public override string ToString() => $"{Repository}:{Tag}";
}
