namespace ChartRelease.Release.Saved;

/// <summary>Reads a saved plan from a file.</summary>
internal static class SavedPlanFile
{
    /// <summary>Reads it.</summary>
    /// <param name="path">Full path.</param>
    /// <param name="name">The path as the user wrote it.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidSettings"/>: it cannot be read, or is no plan.</exception>
    public static async Task<SavedPlan> ReadAsync(string path, string name, CancellationToken cancellationToken)
    {
        byte[] json;
        try
        {
            json = await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ChartReleaseException(
                FailureReason.InvalidSettings,
                $"The plan {name} cannot be read: {exception.Message}",
                "A file that was written with ./build.sh --target=Plan --output=json.",
                "Correct --plan.",
                exception);
        }

        return SavedPlan.Parse(json, name);
    }
}
