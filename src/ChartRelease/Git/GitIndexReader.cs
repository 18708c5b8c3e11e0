using ChartRelease.Processes;

namespace ChartRelease.Git;

/// <summary>Reads what the index holds, as git would write it into the work tree.</summary>
internal static class GitIndexReader
{
    /// <param name="repository">The repository.</param>
    /// <param name="path">A file that the index has, relative to the root.</param>
    public static async Task<byte[]> ReadAsync(GitRepository repository, string path)
    {
        using var content = new MemoryStream();
        var result = await ProcessRunner.RunAsync(
            new GitCommand(repository.Root).Reader("cat-file", "--filters", $":{path}"),
            async (stream, token) =>
            {
                await stream.CopyToAsync(content, token).ConfigureAwait(false);
                return true;
            },
            CancellationToken.None).ConfigureAwait(false);
        return result.ExitCode == 0 ? content.ToArray() : throw GitCommand.Failed("cat-file", result);
    }
}
