using Cake.Core.Diagnostics;
using ChartRelease;

namespace Cake.ChartRelease;

/// <summary>Passes what the core tells on to Cake's log.</summary>
/// <param name="log">Cake's log.</param>
public sealed class CakeReleaseLog(ICakeLog log) : IReleaseLog
{
    /// <inheritdoc/>
    public void Write(ReleaseLogLevel level, string message)
    {
        var (verbosity, severity) = level switch
        {
            ReleaseLogLevel.Debug => (Verbosity.Diagnostic, LogLevel.Debug),
            ReleaseLogLevel.Verbose => (Verbosity.Verbose, LogLevel.Verbose),
            ReleaseLogLevel.Information => (Verbosity.Normal, LogLevel.Information),
            ReleaseLogLevel.Warning => (Verbosity.Minimal, LogLevel.Warning),
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, "No such level."),
        };
        log.Write(verbosity, severity, "{0}", message);
    }
}
