using System.Collections.Concurrent;
using System.Globalization;
using Cake.Core.Diagnostics;

namespace Cake.ChartRelease.Tests.Infrastructure;

/// <summary>What Cake shows at Diagnostic verbosity.</summary>
public sealed class RecordingLog : ICakeLog
{
    private readonly ConcurrentQueue<string> _lines = new();

    public Verbosity Verbosity { get; set; } = Verbosity.Diagnostic;

    public string Text => string.Join('\n', _lines);

    public void Write(Verbosity verbosity, LogLevel level, string format, params object[] args) =>
        _lines.Enqueue(string.Format(CultureInfo.InvariantCulture, format, args));
}
