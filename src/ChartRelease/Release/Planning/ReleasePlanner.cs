using ChartRelease.Oci;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Planning;

/// <summary>Decides what happens to each chart at each target. Pure: everything it needs was read before.</summary>
public static class ReleasePlanner
{
    /// <summary>Plans one chart.</summary>
    /// <param name="chart">What would be published.</param>
    /// <param name="states">What each target holds of this version.</param>
    /// <param name="comparison">How contents are compared.</param>
    public static PlannedChart Plan(PackagedChart chart, IEnumerable<TargetState> states, ContentComparison comparison) =>
        new(chart, [.. states.Select(state => Plan(chart, state, comparison))]);

    private static PlannedTarget Plan(PackagedChart chart, TargetState state, ContentComparison comparison)
    {
        var (action, why) = state switch
        {
            { Failure: { } failure } => (ReleaseAction.Unknown, failure.Found),
            { Published: null } => (ReleaseAction.Publish, "not published yet"),
            { Published: { } published } when IsSame(chart, published.Manifest, comparison) => (ReleaseAction.Skip, "published with the same content"),
            _ => (ReleaseAction.Refuse, "published with different content"),
        };
        return new PlannedTarget(state.Target, state.Reference, action, why, state.Published) { Failure = state.Failure, AskedAt = state.AskedAt };
    }

    /// <summary>Whether a published manifest holds the content of a chart; annotations are no content.</summary>
    public static bool IsSame(PackagedChart chart, OciManifest published, ContentComparison comparison) =>
        ChartLayer.Find(published)?.Digest == chart.Archive.Descriptor.Digest
        && (comparison == ContentComparison.Archive || published.Config.Digest == chart.Config.Descriptor.Digest);
}
