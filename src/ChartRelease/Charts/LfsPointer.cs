namespace ChartRelease.Charts;

/// <summary>
/// What Git LFS commits in the place of a file (<see href="https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md#the-pointer"/>). The content is
/// not in the repository, so a chart that holds one cannot be packaged from it.
/// </summary>
internal static class LfsPointer
{
    /// <summary>No pointer is longer, in bytes.</summary>
    public const int MaximumSize = 1024;

    /// <summary>What the user does about one.</summary>
    public const string Next =
        "Keep the files of a chart out of Git LFS (git lfs migrate export, or a line \"-filter -diff -merge\" in .gitattributes), or leave this one out with .helmignore.";

    private static ReadOnlySpan<byte> Signature => "version https://git-lfs.github.com/spec/v"u8;

    /// <summary>Whether a file is one.</summary>
    /// <param name="start">The first bytes of the file, all that are there up to the size of the signature.</param>
    /// <param name="size">Size of the file.</param>
    public static bool Is(ReadOnlySpan<byte> start, long size) => size <= MaximumSize && start.StartsWith(Signature);

    /// <summary>Whether a file is one, by its first bytes.</summary>
    public static bool Is(Stream content, long size)
    {
        Span<byte> start = stackalloc byte[Signature.Length];
        return size <= MaximumSize && Is(start[..content.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)], size);
    }

    /// <summary>What was found, in words.</summary>
    public static string Found(string path) => $"{path} is a Git LFS pointer, not the file itself.";

    /// <summary>The failure of a chart that holds one.</summary>
    /// <param name="file">Path relative to the repository root.</param>
    public static ChartReleaseException Refused(string file) => new(
        new Failure(FailureReason.InvalidChart, Found(file), "The file itself, committed: what is packaged is what Git holds.", Next)
        {
            Location = new SourceLocation(file),
        });
}
