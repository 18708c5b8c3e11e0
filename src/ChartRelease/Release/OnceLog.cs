namespace ChartRelease.Release;

/// <summary>Passes each line on once: a proposal warns of the same as what is then done.</summary>
/// <param name="inner">Gets the lines.</param>
internal sealed class OnceLog(IReleaseLog inner) : IReleaseLog
{
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public void Write(ReleaseLogLevel level, string message)
    {
        if (_told.Add(message))
        {
            inner.Write(level, message);
        }
    }
}
