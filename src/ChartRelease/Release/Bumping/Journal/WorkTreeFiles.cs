namespace ChartRelease.Release.Bumping.Journal;

/// <summary>Reads and writes files of a work tree, each whole or not at all.</summary>
/// <param name="root">Full path of the repository root.</param>
internal sealed class WorkTreeFiles(string root)
{
    /// <summary>The bytes of a file; <see langword="null"/> when there is none.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RepositoryNotWritable"/>: it cannot be read.</exception>
    public byte[]? Read(string path)
    {
        var file = Full(path);
        try
        {
            return File.Exists(file) ? File.ReadAllBytes(file) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ChartReleaseException(
                FailureReason.RepositoryNotWritable,
                $"{path} cannot be read: {exception.Message}",
                "A file that this program may read and write.",
                "Correct its permissions, or end the program that holds it, then run the same command again.",
                exception);
        }
    }

    /// <summary>Writes a file, or deletes it where <paramref name="content"/> is <see langword="null"/>.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public void Write(string path, byte[]? content)
    {
        var file = Full(path);
        if (content is not null)
        {
            AtomicFile.Write(file, content);
        }
        else
        {
            WriteFailure.Guard(file, () => File.Delete(file));
        }
    }

    /// <summary>Deletes what a killed process wrote of a file under another name.</summary>
    public void Tidy(string path) => AtomicFile.DeleteLeftovers(Full(path));

    private string Full(string path) => Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
}
