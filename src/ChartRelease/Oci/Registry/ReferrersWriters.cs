using System.Collections.Concurrent;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// Brings lists of referrers up to date that stand under a tag, which a registry overwrites without looking: a list another client
/// wrote between our reading and our writing is lost, and with it that client's entry, or ours.
/// </summary>
/// <remarks>
/// So nothing is believed that was not seen after a while: having written, one waits longer than a client takes from reading to writing, reads
/// again, and writes again what is missing then, of one's own and of everything seen before. Clients that do so do not lose entries.
/// Writers of this process take turns.
/// </remarks>
internal sealed class ReferrersWriters(IReleaseLog log, TimeProvider time)
{
    private const int MostRounds = 20;
    private static readonly TimeSpan _shortestWait = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan _longestWait = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);

    /// <summary>Repeats until there is nothing to write.</summary>
    /// <param name="list">The list, as shown to users.</param>
    /// <param name="merge">Reads the list and writes it if something is missing; whether it wrote.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: others write to the list without end.</exception>
    public async Task SettleAsync(string list, Func<CancellationToken, Task<bool>> merge, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(list, static _ => new(1, 1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            for (var round = 1; round <= MostRounds; round++)
            {
                var start = time.GetTimestamp();
                if (!await merge(cancellationToken).ConfigureAwait(false))
                {
                    return;
                }

                if (round > 1)
                {
                    log.Write(ReleaseLogLevel.Verbose, $"{list} was changed by another client at the same time; merged.");
                }

                await Task.Delay(Wait(time.GetElapsedTime(start), round), time, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            turn.Release();
        }

        throw new ChartReleaseException(
            FailureReason.RegistryError,
            $"{list} was overwritten by other clients each of the {MostRounds} times it was written.",
            "A list of referrers that keeps what was added to it.",
            "Run the same command again when nobody else attaches to this chart.");
    }

    /// <summary>Longer than others take from reading to writing, taking our own time for theirs; different for everyone, and growing.</summary>
    internal static TimeSpan Wait(TimeSpan taken, int round)
    {
        var least = taken * 2 > _shortestWait ? taken * 2 : _shortestWait;
        var wait = least * (1 + (RandomShare() * round));
        return wait < _longestWait ? wait : _longestWait;
    }

    private static double RandomShare() => System.Security.Cryptography.RandomNumberGenerator.GetInt32(0, 1000) / 1000d;
}
