namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>The start of a byte.</summary>
/// <param name="Bits">Its lowest bits; the others are 0.</param>
/// <param name="Count">How many, 0 to 7.</param>
internal readonly record struct PendingBits(byte Bits, int Count);
