namespace ChartRelease.Charts;

/// <summary>Order of the UTF-8 bytes, as Go sorts strings; it differs from UTF-16 order above U+FFFF.</summary>
internal sealed class Utf8Order : IComparer<byte[]>
{
    public static Utf8Order Instance { get; } = new();

    public int Compare(byte[]? x, byte[]? y) => x.AsSpan().SequenceCompareTo(y);
}
