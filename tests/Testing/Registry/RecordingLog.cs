using System.Collections.Concurrent;

namespace ChartRelease.Testing.Registry;

/// <summary>A log that keeps every line, at every level.</summary>
public sealed class RecordingLog : IReleaseLog
{
    private readonly ConcurrentQueue<(ReleaseLogLevel Level, string Message)> _lines = new();

    /// <summary>All lines.</summary>
    public string Text => string.Join('\n', _lines.Select(line => line.Message));

    /// <summary>The lines of one level.</summary>
    public IReadOnlyList<string> At(ReleaseLogLevel level) => [.. _lines.Where(line => line.Level == level).Select(line => line.Message)];

    /// <inheritdoc/>
    public void Write(ReleaseLogLevel level, string message) => _lines.Enqueue((level, message));
}
