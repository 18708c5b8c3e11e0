using ChartRelease.Git;
using ChartRelease.Release.Packaging;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Tagging;

/// <summary>Makes an annotated Git tag per chart, on the last commit that touched it, so that the same release always names the same commit.</summary>
internal sealed class ReleaseTagger(GitRepository repository, TagTemplate template)
{
    /// <summary>The failure of a run that was to tag without a template.</summary>
    public static ChartReleaseException NoTemplate() => new(
        FailureReason.InvalidSettings,
        "There is no tag template.",
        "A template with {version}, and {name} where there are several charts.",
        "Set tag-template, for example to {name}-{version}.");

    /// <exception cref="ChartReleaseException"><see cref="FailureReason.TagConflict"/>: the tag names another commit.</exception>
    public async Task<IReadOnlyList<TaggedChart>> TagAsync(IReadOnlyList<PackagedChart> charts, CancellationToken cancellationToken)
    {
        if (!template.NamesChart && charts.Count > 1)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"The tag template \"{template}\" gives {charts.Count} charts tags without their names.",
                "A template with {name}, such as {name}-{version}.",
                "Correct tag-template in chart-release.yaml, or release one chart with --charts.");
        }

        var writer = new GitWriter(repository);
        var tags = new List<TaggedChart>();
        foreach (var chart in charts.Where(chart => chart.Origin is not null))
        {
            var tag = template.Format(chart.Chart.Name, ChartVersion.Parse(chart.Chart.Version));
            var message = $"{chart}\n\narchive {chart.Archive.Descriptor.Digest}";
            var created = await writer.CreateAnnotatedTagAsync(tag, chart.Origin!.Commit, message, cancellationToken).ConfigureAwait(false);
            tags.Add(new TaggedChart(tag, chart.Origin.Commit, created));
        }

        return tags;
    }
}
