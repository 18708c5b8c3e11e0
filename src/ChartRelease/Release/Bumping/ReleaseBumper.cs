using ChartRelease.Git;

namespace ChartRelease.Release.Bumping;

/// <summary>Writes edited files and commits them together; a failure leaves every file as it was.</summary>
/// <param name="root">Full path of the repository root.</param>
/// <param name="writer">Commits.</param>
internal sealed class ReleaseBumper(string root, GitWriter writer)
{
    /// <summary>Writes the files and leaves them uncommitted.</summary>
    /// <param name="edits">The files; nothing else has changed in them.</param>
    /// <param name="cancellationToken">Stops it; files are restored.</param>
    public Task WriteAsync(IReadOnlyList<FileEdit> edits, CancellationToken cancellationToken) =>
        OrRestoreAsync(edits, () => WriteAllAsync(edits, edit => edit.After, cancellationToken), static () => Task.FromResult(true));

    /// <summary>Writes the files and commits them.</summary>
    /// <param name="edits">The files; nothing else has changed in them.</param>
    /// <param name="message">The commit message.</param>
    /// <param name="use">What the commit is for; when it fails the commit is taken back.</param>
    /// <param name="cancellationToken">Stops it; files are restored unless the commit is made and of use.</param>
    /// <returns>Full id of the commit.</returns>
    public async Task<string> CommitAsync(
        IReadOnlyList<FileEdit> edits, string message, Func<string, CancellationToken, Task> use, CancellationToken cancellationToken)
    {
        var (before, commit) = (await writer.HeadAsync(cancellationToken).ConfigureAwait(false), "");
        await OrRestoreAsync(
            edits,
            async () =>
            {
                await WriteAllAsync(edits, edit => edit.After, cancellationToken).ConfigureAwait(false);
                commit = await writer.CommitAsync([.. edits.Select(edit => edit.File)], message, use, cancellationToken).ConfigureAwait(false);
            },
            async () => await writer.HeadAsync(CancellationToken.None).ConfigureAwait(false) == before).ConfigureAwait(false);
        return commit;
    }

    private async Task OrRestoreAsync(IReadOnlyList<FileEdit> edits, Func<Task> act, Func<Task<bool>> isUndone)
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch
        {
            if (await isUndone().ConfigureAwait(false))
            {
                await WriteAllAsync(edits, edit => edit.Before, CancellationToken.None).ConfigureAwait(false);
            }

            throw;
        }
    }

    private async Task WriteAllAsync(IReadOnlyList<FileEdit> edits, Func<FileEdit, byte[]?> content, CancellationToken cancellationToken)
    {
        foreach (var edit in edits)
        {
            var path = Path.Combine(root, edit.File);
            if (content(edit) is { } bytes)
            {
                await AtomicFile.WriteAsync(path, bytes, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                cancellationToken.ThrowIfCancellationRequested();
                File.Delete(path);
            }
        }
    }
}
