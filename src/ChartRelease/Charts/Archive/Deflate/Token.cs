namespace ChartRelease.Charts.Archive.Deflate;

/// <summary>A match, and how many literals come before it.</summary>
/// <param name="Literals">Literals before the match.</param>
/// <param name="Length">Length of the match, 3 to 258.</param>
/// <param name="Distance">How far back it is, 1 to 32,767.</param>
internal readonly record struct Token(int Literals, ushort Length, ushort Distance);
