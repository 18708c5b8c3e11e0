using ChartRelease.Oci;

namespace ChartRelease.Release.Publishing;

/// <summary>
/// One push of one tag to a target that does not guard it. Registries cannot be asked to write a tag only if it is absent, so two
/// publishers can both find it absent and both write it. What is left is time, as in Fischer's algorithm for mutual exclusion: look,
/// write soon after, wait longer than anyone takes from looking to writing, look again (docs/decisions/0007-races.md).
/// </summary>
/// <param name="claim">The tag.</param>
/// <param name="time">The run's clock.</param>
/// <param name="askedAt">When the tag was found absent.</param>
internal sealed class TagRace(TagClaim claim, TimeProvider time, long askedAt)
{
    /// <summary>
    /// How long "absent" is believed; shorter than anybody's settling, or a version that settled meanwhile would be written over. An upload
    /// that took longer is followed by one more look before the tag is written.
    /// </summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMilliseconds(150);

    private static readonly TimeSpan _shortestSettling = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan _longestSettling = TimeSpan.FromSeconds(10);
    private long _askedAt = askedAt;

    /// <summary>Whether the tag shall be written: it is absent still. <see langword="false"/> when somebody else wrote the same meanwhile.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.VersionConflict"/>: somebody else wrote other content.</exception>
    public async Task<bool> MayTagAsync(CancellationToken cancellationToken)
    {
        if (time.GetElapsedTime(_askedAt) > FreshFor)
        {
            _askedAt = time.GetTimestamp();
            Found = await claim.ResolveAsync(cancellationToken).ConfigureAwait(false);
        }

        return Found is null;
    }

    /// <summary>The same content, when somebody else had written it before us.</summary>
    public ManifestContent? Found { get; private set; }

    /// <summary>To be called when the tag is written: when it can be trusted, twice the time that was needed from the last look.</summary>
    public long SettledAt()
    {
        var needed = time.GetElapsedTime(_askedAt) * 2;
        var settling = needed < _shortestSettling ? _shortestSettling : needed > _longestSettling ? _longestSettling : needed;
        return time.GetTimestamp() + (long)(settling.TotalSeconds * time.TimestampFrequency);
    }

    /// <summary>
    /// After a registry refused to overwrite the tag: what it guards, when that is our own content (our first try reached it, and only
    /// the answer was lost).
    /// </summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.VersionConflict"/>, with both digests; or <paramref name="refusal"/>, when the tag is absent.</exception>
    public async Task<ManifestContent> AcceptRefusalAsync(ChartReleaseException refusal, CancellationToken cancellationToken)
    {
        return await claim.ResolveAsync(cancellationToken).ConfigureAwait(false) ?? throw new ChartReleaseException(refusal.Failure, refusal);
    }
}
