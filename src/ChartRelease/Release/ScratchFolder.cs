namespace ChartRelease.Release;

/// <summary>A folder in the system's temporary folder, for what must not outlive a step.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>Full path of the folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("chart-release-").FullName;

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It stands in the temporary folder, which the system clears; a release does not fail over it.
        }
    }
}
