using System.Diagnostics.CodeAnalysis;

namespace ChartRelease.Testing;

/// <summary>Random numbers that come again with their seed.</summary>
/// <param name="seed">The seed, to be told with every failure.</param>
[SuppressMessage("Security", "CA5394", Justification = "No secret is made of these numbers, and they must be repeatable.")]
public sealed class SeededRandom(int seed)
{
    private readonly Random _random = new(seed);

    /// <summary>A seed that differs from run to run.</summary>
    public static int NewSeed() => Random.Shared.Next();

    /// <summary>The seed.</summary>
    public int Seed => seed;

    /// <summary>A moment in a time, each as likely as any other.</summary>
    public TimeSpan Moment(TimeSpan within) => _random.NextDouble() * within;

    /// <summary>A number from <paramref name="least"/> to one below <paramref name="limit"/>.</summary>
    public int Number(int least, int limit) => _random.Next(least, limit);

    /// <summary>Bytes that no compressor makes smaller.</summary>
    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        _random.NextBytes(bytes);
        return bytes;
    }
}
