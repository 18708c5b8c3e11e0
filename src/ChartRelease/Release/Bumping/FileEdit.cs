namespace ChartRelease.Release.Bumping;

/// <summary>A file that is to change.</summary>
/// <param name="File">Path relative to the repository root.</param>
/// <param name="Before">Its bytes; <see langword="null"/> for a new file.</param>
/// <param name="After">The new bytes; <see langword="null"/> for a file that goes.</param>
internal sealed record FileEdit(string File, byte[]? Before, byte[]? After);
