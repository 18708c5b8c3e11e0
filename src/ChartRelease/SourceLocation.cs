namespace ChartRelease;

/// <summary>A place in a file of the repository.</summary>
/// <param name="File">Path relative to the repository root, with <c>/</c> separators.</param>
/// <param name="Line">1-based line; 0 when the whole file is meant.</param>
public sealed record SourceLocation(string File, int Line = 0)
{
    /// <summary><c>file:line</c>, or the file alone.</summary>
    public override string ToString() => Line > 0 ? $"{File}:{Line}" : File;
}
