using Semver;

namespace ChartRelease.Release.Selection;

/// <summary>A published version of a chart.</summary>
/// <param name="Chart">The chart's name.</param>
/// <param name="Version">The version.</param>
/// <param name="Tag">The tag it is published under.</param>
internal sealed record PublishedVersion(string Chart, SemVersion Version, string Tag)
{
    /// <summary>The order of reports: by name, then from the lowest precedence to the highest.</summary>
    public static IComparer<PublishedVersion> Order { get; } = Comparer<PublishedVersion>.Create(static (left, right) =>
        string.CompareOrdinal(left.Chart, right.Chart) is not 0 and var order ? order : SemVersion.CompareSortOrder(left.Version, right.Version));

    /// <summary>The version a tag stands for, or <see langword="null"/> for tags that are none: latest, lists of referrers, signatures.</summary>
    public static PublishedVersion? Of(string chart, string tag) =>
        SemVersion.TryParse(Oci.Tag.ToVersion(tag), SemVersionStyles.Strict, out var version) ? new(chart, version, tag) : null;
}
