using ChartRelease.Oci;

namespace ChartRelease.Release.Selection;

/// <summary>Finds the published versions that are meant.</summary>
/// <param name="source">Where they are published.</param>
/// <param name="versions">Which are meant.</param>
/// <param name="parallelism">Most charts asked for at once.</param>
/// <param name="deadlines">How long one chart may take.</param>
/// <param name="log">Told of tags that are no versions.</param>
internal sealed class PublishedVersions(IReleaseTarget source, VersionSelection versions, int parallelism, Deadlines deadlines, IReleaseLog log)
{
    /// <summary>Asks for the tags of each chart, in parallel.</summary>
    /// <returns>The versions in the order of reports, and what was asked for without being there.</returns>
    public async Task<(IReadOnlyList<PublishedVersion> Found, IReadOnlyList<Failure> Failures)> FindAsync(
        IReadOnlyList<SelectedChart> charts, CancellationToken cancellationToken)
    {
        var results = await Steps.TakeAsync(
            charts,
            parallelism,
            (chart, stop) => deadlines.RunAsync(source.Repository(chart.Name).Reference, token => FindAsync(chart, token), stop),
            cancellationToken).ConfigureAwait(false);
        List<PublishedVersion> found = [.. results.SelectMany(result => result.Result ?? [])];
        List<Failure> failures =
        [
            .. results.Select(result => result.Failure).OfType<Failure>(),
            .. versions.Missing(found.Select(candidate => candidate.Version)).Select(version => NotFound($"version {version} of any of the charts")),
        ];
        if (found.Count == 0 && failures.Count == 0)
        {
            failures.Add(NotFound("version that was asked for"));
        }

        found.Sort(PublishedVersion.Order);
        return (found, failures);
    }

    private async Task<IReadOnlyList<PublishedVersion>> FindAsync(SelectedChart chart, CancellationToken cancellationToken)
    {
        var repository = source.Repository(chart.Name);
        var found = new List<PublishedVersion>();
        await foreach (var tag in repository.ListTagsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (PublishedVersion.Of(chart.Name, tag) is not { } candidate)
            {
                log.Write(ReleaseLogLevel.Debug, $"{repository.Reference}:{tag} is no version, and left out.");
            }
            else if (versions.Contains(candidate.Version))
            {
                found.Add(candidate);
            }
        }

        return found.Count > 0 || !chart.IsNamed ? found : throw new ChartReleaseException(NotFound($"version of {chart.Name} that was asked for"));
    }

    private Failure NotFound(string what) => new(
        FailureReason.NotFound,
        $"{source.Reference} has no {what}.",
        "Everything that was asked for.",
        "Correct --charts or --versions, or publish the version first.");
}
