namespace ChartRelease;

/// <summary>Where the core tells what it does. The host decides what is shown; secrets never get here.</summary>
public interface IReleaseLog
{
    /// <summary>Writes one line.</summary>
    void Write(ReleaseLogLevel level, string message);
}

/// <summary>How much a line matters.</summary>
public enum ReleaseLogLevel
{
    /// <summary>Every request, process and decision.</summary>
    Debug,

    /// <summary>Steps a curious user wants to follow.</summary>
    Verbose,

    /// <summary>What a release normally shows.</summary>
    Information,

    /// <summary>Something was adjusted or retried; the release goes on.</summary>
    Warning,
}

/// <summary>A log that keeps nothing.</summary>
public sealed class NullReleaseLog : IReleaseLog
{
    /// <summary>The shared instance.</summary>
    public static NullReleaseLog Instance { get; } = new();

    /// <inheritdoc/>
    public void Write(ReleaseLogLevel level, string message)
    {
    }
}
