using System.Collections.Concurrent;

namespace ChartRelease.Testing;

/// <summary>A log that keeps what was written.</summary>
public sealed class RecordingLog : IReleaseLog
{
    private readonly ConcurrentQueue<(ReleaseLogLevel Level, string Message)> _lines = new();

    /// <summary>The lines in the order written.</summary>
    public IReadOnlyList<(ReleaseLogLevel Level, string Message)> Lines => [.. _lines];

    /// <summary>All messages, one a line.</summary>
    public string Text => string.Join('\n', _lines.Select(static line => line.Message));

    /// <summary>The messages of one level.</summary>
    public IReadOnlyList<string> At(ReleaseLogLevel level) => [.. _lines.Where(line => line.Level == level).Select(static line => line.Message)];

    /// <inheritdoc/>
    public void Write(ReleaseLogLevel level, string message) => _lines.Enqueue((level, message));
}
