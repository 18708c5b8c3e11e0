using System.Collections.Concurrent;

namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>Encoders that are not in use: each has most of a megabyte of tables, too much to make anew for every chart. They stay until the process ends, as many as were in use at once.</summary>
internal static class DeflateEncoders
{
    private static readonly ConcurrentBag<DeflateEncoder> _idle = [];

    /// <summary>An encoder at the start of a stream.</summary>
    public static DeflateEncoder Take() => _idle.TryTake(out var encoder) ? encoder : new DeflateEncoder();

    /// <summary>Gives it back, in whatever state it is.</summary>
    public static void Return(DeflateEncoder encoder)
    {
        encoder.Clear();
        _idle.Add(encoder);
    }
}
