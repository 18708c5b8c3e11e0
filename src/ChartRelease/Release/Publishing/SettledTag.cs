using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;

namespace ChartRelease.Release.Publishing;

/// <summary>The last look at a tag that this run wrote: whether another publisher wrote over it (see <see cref="TagRace"/>).</summary>
internal static class SettledTag
{
    /// <summary>Waits until the tag can be trusted, and resolves it again.</summary>
    /// <param name="chart">What was pushed.</param>
    /// <param name="repository">Where to.</param>
    /// <param name="comparison">How contents are compared.</param>
    /// <param name="settledAt">When the tag can be trusted, a timestamp of <paramref name="time"/>.</param>
    /// <param name="time">The run's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.VersionConflict"/>, with both digests: another publisher won. <see cref="FailureReason.VerificationFailed"/>: the tag is gone.
    /// </exception>
    public static async Task CheckAsync(
        PackagedChart chart, IRepository repository, ContentComparison comparison, long settledAt, TimeProvider time, CancellationToken cancellationToken)
    {
        var left = time.GetElapsedTime(time.GetTimestamp(), settledAt);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
        }

        var found = await repository.ResolveAsync(chart.Tag, cancellationToken).ConfigureAwait(false) ?? throw new ChartReleaseException(
            FailureReason.VerificationFailed,
            $"{repository.Reference}:{chart.Tag} was pushed, and is absent now.",
            "What was published.",
            "Run ./build.sh --target=Publish again: it sends what is missing. If it stays so, the registry lost it, or somebody deletes it.");
        if (!ReleasePlanner.IsSame(chart, found.Manifest, comparison))
        {
            throw TagConflict.Create(chart, repository, found);
        }
    }
}
