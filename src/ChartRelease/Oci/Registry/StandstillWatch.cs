namespace ChartRelease.Oci.Registry;

/// <summary>Cancels what has not moved for a while. A slow transfer is left alone however long it takes.</summary>
internal sealed class StandstillWatch : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly TimeSpan _timeout;
    private readonly CancellationToken _outer;

    public StandstillWatch(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        _outer = cancellationToken;
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _source.CancelAfter(timeout);
    }

    /// <summary>Cancelled when the caller cancels or nothing moves.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Whether it was the standstill that cancelled.</summary>
    public bool HasExpired => _source.IsCancellationRequested && !_outer.IsCancellationRequested;

    /// <summary>A byte came or went.</summary>
    public void Moved() => _source.CancelAfter(_timeout);

    public void Dispose() => _source.Dispose();
}
