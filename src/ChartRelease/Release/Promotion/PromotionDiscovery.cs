using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>Finds the published versions that are meant.</summary>
internal sealed class PromotionDiscovery(IReleaseTarget source, VersionSelection versions, int parallelism, IReleaseLog log)
{
    /// <summary>Asks for the tags of each chart, in parallel.</summary>
    /// <returns>The versions in the order of the plan, and what was asked for without being there.</returns>
    public async Task<(IReadOnlyList<PromotionCandidate> Found, IReadOnlyList<Failure> Failures)> FindAsync(
        IReadOnlyList<SelectedChart> charts, CancellationToken cancellationToken)
    {
        var results = await Steps.TakeAsync(charts, parallelism, FindAsync, cancellationToken).ConfigureAwait(false);
        List<PromotionCandidate> found = [.. results.SelectMany(result => result.Result ?? [])];
        List<Failure> failures =
        [
            .. results.Select(result => result.Failure).OfType<Failure>(),
            .. versions.Missing(found.Select(candidate => candidate.Version)).Select(version => NotFound($"version {version} of any of the charts")),
        ];
        if (found.Count == 0 && failures.Count == 0)
        {
            failures.Add(NotFound("version that was asked for"));
        }

        found.Sort(PromotionCandidate.Order);
        return (found, failures);
    }

    private async Task<IReadOnlyList<PromotionCandidate>> FindAsync(SelectedChart chart, CancellationToken cancellationToken)
    {
        var repository = source.Repository(chart.Name);
        var found = new List<PromotionCandidate>();
        await foreach (var tag in repository.ListTagsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (PromotionCandidate.Of(chart.Name, tag) is not { } candidate)
            {
                log.Write(ReleaseLogLevel.Debug, $"{repository.Reference}:{tag} is no version, and not promoted.");
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
