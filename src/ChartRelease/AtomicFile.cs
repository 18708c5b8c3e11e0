namespace ChartRelease;

/// <summary>
/// Writes files that are either whole or not there: to a temporary file in the same folder, flushed to disk, then renamed, and the folder flushed.
/// The folder is created when missing; an existing file is replaced and its permissions stay; after a failure the temporary file is gone.
/// </summary>
/// <remarks>
/// A failure to write (disk full, read-only, no permission) is a <see cref="ChartReleaseException"/> with
/// <see cref="FailureReason.CannotWrite"/>. What the given function throws for reasons of its own, such as a source that cannot
/// be read, comes out unchanged.
/// </remarks>
public static class AtomicFile
{
    private const string Suffix = ".tmp";

    /// <summary>Writes these bytes.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        using var file = PendingFile.Create(path);
        file.Stream.Write(content);
        file.Commit();
    }

    /// <summary>Writes what a function writes to the stream, which cannot seek.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        using var file = PendingFile.Create(path);
        write(file.Stream);
        file.Commit();
    }

    /// <summary>
    /// Writes what a function writes to the stream, which cannot seek, without waiting for the disk: after a power cut the file may be empty or
    /// cut off. For what is made again from its source, and compared with it before it is used.
    /// </summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static void WriteRepeatable(string path, Action<Stream> write)
    {
        using var file = PendingFile.Create(path);
        write(file.Stream);
        file.Commit(toDisk: false);
    }

    /// <summary>Writes these bytes.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(path, (stream, token) => stream.WriteAsync(content, token).AsTask(), cancellationToken);

    /// <summary>Writes what a function writes to the stream, which cannot seek.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        using var file = PendingFile.Create(path);
        await write(file.Stream, cancellationToken).ConfigureAwait(false);
        await file.Stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        file.Commit();
    }

    /// <summary>Whether a file is what a killed process left of a write.</summary>
    internal static bool IsTemporary(string path) =>
        Path.GetFileName(path) is ['.', ..] name && name.EndsWith(Suffix, StringComparison.Ordinal);

    /// <summary>Deletes what killed processes left of writes of a file. Only where no other process can be writing it.</summary>
    internal static void DeleteLeftovers(string path) => WriteFailure.Guard(path, () =>
    {
        var (folder, prefix) = (Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.");
        foreach (var leftover in Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*{Suffix}") : [])
        {
            var name = Path.GetFileName(leftover);
            if (name.StartsWith(prefix, StringComparison.Ordinal) && Guid.TryParseExact(name[prefix.Length..^Suffix.Length], "n", out _))
            {
                File.Delete(leftover);
            }
        }
    });

    /// <summary>The name to write to before the rename: hidden, in the same folder, of no other process.</summary>
    internal static string TemporaryPath(string path) =>
        Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():n}{Suffix}");
}
