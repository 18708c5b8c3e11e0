using System.Collections.Concurrent;

namespace ChartRelease.Release;

/// <summary>Passes each line on once: several steps of a run may find out the same. Safe for several threads.</summary>
/// <param name="inner">Gets the lines.</param>
internal sealed class OnceLog(IReleaseLog inner) : IReleaseLog
{
    private readonly ConcurrentDictionary<string, bool> _told = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Write(ReleaseLogLevel level, string message)
    {
        if (_told.TryAdd(message, true))
        {
            inner.Write(level, message);
        }
    }
}
