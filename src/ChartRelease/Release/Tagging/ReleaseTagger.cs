using ChartRelease.Git;
using ChartRelease.Release.Packaging;
using ChartRelease.Versioning;

namespace ChartRelease.Release.Tagging;

/// <summary>Makes an annotated Git tag per chart, on the last commit that touched it, so that the same release always names the same commit.</summary>
/// <param name="repository">The repository.</param>
/// <param name="template">How tags are named.</param>
/// <param name="push">Whether they are pushed.</param>
internal sealed class ReleaseTagger(GitRepository repository, TagTemplate template, bool push)
{
    /// <summary>The failure of a run that was to tag without a template.</summary>
    public static ChartReleaseException NoTemplate() => new(
        FailureReason.InvalidSettings,
        "There is no tag template.",
        "A template with {version}, and {name} where there are several charts.",
        "Set tag-template, for example to {name}-{version}.");

    /// <summary>Tags what is published.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.TagConflict"/>: a tag names another commit, here or at the remote.</exception>
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

        List<(PackagedChart Chart, string Tag)> named =
            [.. charts.Where(chart => chart.Origin is not null).Select(chart => (chart, template.Format(chart.Chart.Name, ChartVersion.Parse(chart.Chart.Version))))];
        var pusher = new GitPusher(repository);
        var remote = push ? await repository.RemoteAsync(cancellationToken).ConfigureAwait(false) : null;
        var missing = remote is null ? [] : await pusher.MissingTagsAsync(
            remote, named.ToDictionary(pair => pair.Tag, pair => pair.Chart.Origin!.Commit), cancellationToken).ConfigureAwait(false);
        var tags = await MakeAsync(named, cancellationToken).ConfigureAwait(false);
        if (missing.Count > 0)
        {
            await pusher.PushTagsAsync(remote!, missing, cancellationToken).ConfigureAwait(false);
        }

        return [.. tags.Select(tag => missing.Contains(tag.Tag) ? tag with { PushedTo = remote } : tag)];
    }

    private async Task<IReadOnlyList<TaggedChart>> MakeAsync(
        IReadOnlyList<(PackagedChart Chart, string Tag)> named, CancellationToken cancellationToken)
    {
        var writer = new GitWriter(repository);
        var tags = new List<TaggedChart>();
        foreach (var (chart, tag) in named)
        {
            var message = $"{chart}\n\narchive {chart.Archive.Descriptor.Digest}";
            var created = await writer.CreateAnnotatedTagAsync(tag, chart.Origin!.Commit, message, cancellationToken).ConfigureAwait(false);
            tags.Add(new TaggedChart(tag, chart.Origin.Commit, created));
        }

        return tags;
    }
}
