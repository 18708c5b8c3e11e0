using ChartRelease.Oci;

namespace ChartRelease.Release.Publishing;

/// <summary>The last look at a tag that this run wrote: whether another publisher wrote over it (see <see cref="TagRace"/>).</summary>
internal static class SettledTag
{
    /// <summary>Waits until the tag can be trusted, and resolves it again.</summary>
    /// <param name="claim">The tag, and what was pushed to it.</param>
    /// <param name="settledAt">When the tag can be trusted, a timestamp of <paramref name="time"/>.</param>
    /// <param name="time">The run's clock.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What the tag holds.</returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.VersionConflict"/>, with both digests: another publisher won. <see cref="FailureReason.VerificationFailed"/>: the tag is gone.
    /// </exception>
    public static async Task<ManifestContent> CheckAsync(TagClaim claim, long settledAt, TimeProvider time, CancellationToken cancellationToken)
    {
        var left = time.GetElapsedTime(time.GetTimestamp(), settledAt);
        if (left > TimeSpan.Zero)
        {
            await Task.Delay(left, time, cancellationToken).ConfigureAwait(false);
        }

        return await claim.ResolveAsync(cancellationToken).ConfigureAwait(false) ?? throw new ChartReleaseException(
            FailureReason.VerificationFailed,
            $"{claim.Repository.Reference}:{claim.Tag} was pushed, and is absent now.",
            "What was published.",
            "Run the same command again: it sends what is missing. If it stays so, the registry lost it, or somebody deletes it.");
    }
}
