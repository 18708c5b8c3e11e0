namespace ChartRelease.Git;

/// <summary>
/// Reads a Git repository through the git command, in few processes. Nothing here writes to it; <see cref="GitWriter"/> does.
/// </summary>
public sealed class GitRepository
{
    private readonly GitCommand _git;
    private readonly GitChanges _changes;

    internal GitRepository(string root)
    {
        _git = new GitCommand(root);
        _changes = new GitChanges(_git);
    }

    /// <summary>Full path of the working tree's root; of the git folder itself when there is no working tree.</summary>
    public required string Root { get; init; }

    /// <summary>Whether there is no working tree, so that nothing can be edited and nothing committed. Default <see langword="false"/>.</summary>
    public bool IsBare { get; init; }

    /// <summary>Full path of the git folder; of a linked worktree its own.</summary>
    public required string GitDirectory { get; init; }

    /// <summary>Whether history ends at a shallow boundary.</summary>
    public bool IsShallow => File.Exists(ShallowFile);

    /// <summary><c>sha1</c> or <c>sha256</c>.</summary>
    public required string ObjectFormat { get; init; }

    /// <summary>Full id of the commit HEAD names.</summary>
    public required string HeadCommit { get; init; }

    /// <summary>The branch HEAD is on, without <c>refs/heads/</c>; <see langword="null"/> when HEAD is detached.</summary>
    public required string? Branch { get; init; }

    internal string ShallowFile { get; init; } = "";

    /// <summary>Opens the repository that a folder is in.</summary>
    /// <param name="workingDirectory">Full path of the folder.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.NotARepository"/>, <see cref="FailureReason.RevisionNotFound"/> before the first commit,
    /// <see cref="FailureReason.ToolUnavailable"/> without git, <see cref="FailureReason.GitFailed"/> for anything else git says.
    /// </exception>
    public static Task<GitRepository> OpenAsync(string workingDirectory, CancellationToken cancellationToken) =>
        GitRepositoryReader.OpenAsync(workingDirectory, cancellationToken);

    /// <summary>Finds the commit a revision names, peeling tags.</summary>
    /// <exception cref="ChartReleaseException">There is none (<see cref="FailureReason.RevisionNotFound"/>).</exception>
    public Task<string> ResolveAsync(string revision, CancellationToken cancellationToken) =>
        revision == "HEAD" || revision == HeadCommit ? Task.FromResult(HeadCommit) : GitRevisionReader.ResolveAsync(_git, revision, cancellationToken);

    /// <summary>Lists the files of a revision.</summary>
    /// <param name="revision">Commit, tag, branch or <c>HEAD</c>.</param>
    /// <param name="folders">
    /// Folders to list, relative to the root; <see langword="null"/> for all. In a partial clone only their sizes are fetched. When a
    /// symbolic link is among them everything is listed, because it may lead anywhere.
    /// </param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<GitTree> ReadTreeAsync(string revision, IReadOnlyCollection<string>? folders, CancellationToken cancellationToken)
    {
        var commit = await ResolveAsync(revision, cancellationToken).ConfigureAwait(false);
        return await GitTreeReader.ReadAsync(_git, commit, folders, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Opens a revision's files as a source of charts. The caller disposes it, which ends the git process behind it.</summary>
    public GitChartSource OpenSource(GitTree tree) => new(tree, _git);

    /// <summary>Lists what is not committed below folders: edited, staged, deleted and untracked, but not ignored files.</summary>
    /// <param name="folders">Folders relative to the root; <c>.</c> for everything. None gives none.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public Task<IReadOnlyList<GitChange>> StatusAsync(IReadOnlyCollection<string> folders, CancellationToken cancellationToken) =>
        GitStatusReader.ReadAsync(_git, GitDirectory, folders, cancellationToken);

    /// <summary>
    /// Says which folders questions to this object and its histories will be about: what commits changed of them is then read once for all questions. It
    /// changes no answer.
    /// </summary>
    /// <param name="folders">Folders relative to the root; <c>.</c> for the root itself.</param>
    internal void Watch(IEnumerable<string> folders) => _changes.Watch(folders);

    /// <summary>Finds for each folder the last commit that touched it, as <c>git log -1 REVISION -- FOLDER</c> does, in one walk for all.</summary>
    /// <remarks>A change of file modes that git calls the same (100644 and 100664) is one here: the folder has another id.</remarks>
    /// <param name="revision">Where the walk starts.</param>
    /// <param name="folders">Folders relative to the root.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>The commit by folder; a folder that no commit touched is not in it.</returns>
    /// <exception cref="ChartReleaseException">A shallow clone hides one (<see cref="FailureReason.ShallowClone"/>).</exception>
    public Task<IReadOnlyDictionary<string, GitCommitTime>> LastCommitsAsync(
        string revision, IReadOnlyCollection<string> folders, CancellationToken cancellationToken) =>
        LastCommitsAsync(revision, folders.Distinct().ToDictionary(folder => folder, IReadOnlyCollection<string> (folder) => [folder]), cancellationToken);

    /// <summary>
    /// The same for sets of paths, as <c>git log -1 REVISION -- PATH PATH</c> does: the commit that made them, together, what they are. Where
    /// two branches changed one each, that is the merge.
    /// </summary>
    /// <param name="revision">Where the walk starts.</param>
    /// <param name="sets">The paths of each set, files or folders relative to the root, by a name for the set.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>The commit by name.</returns>
    /// <exception cref="ChartReleaseException">A shallow clone hides one (<see cref="FailureReason.ShallowClone"/>).</exception>
    public async Task<IReadOnlyDictionary<string, GitCommitTime>> LastCommitsAsync(
        string revision, IReadOnlyDictionary<string, IReadOnlyCollection<string>> sets, CancellationToken cancellationToken)
    {
        var commit = await ResolveAsync(revision, cancellationToken).ConfigureAwait(false);
        var boundary = await ShallowBoundary.ReadAsync(ShallowFile, cancellationToken).ConfigureAwait(false);
        return await new GitLastCommitReader(_git, _changes, boundary).ReadAsync(commit, sets, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Name of the remote that the branch follows; <c>origin</c> when it follows none, or HEAD is detached.</summary>
    public async Task<string> RemoteAsync(CancellationToken cancellationToken) =>
        (Branch is null ? null : await GitRemoteReader.UpstreamAsync(_git, Branch, cancellationToken).ConfigureAwait(false))?.Remote ?? "origin";

    /// <summary>Address of that remote, which may hold a password; <see langword="null"/> when there is no such remote.</summary>
    public async Task<string?> RemoteAddressAsync(CancellationToken cancellationToken) =>
        await GitRemoteReader.AddressAsync(_git, await RemoteAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>Reads which commits a revision is made of.</summary>
    /// <param name="revision">Commit, tag, branch or <c>HEAD</c>.</param>
    /// <param name="cancellationToken">Ends git.</param>
    public async Task<GitHistory> HistoryAsync(string revision, CancellationToken cancellationToken)
    {
        var commit = await ResolveAsync(revision, cancellationToken).ConfigureAwait(false);
        var boundary = await ShallowBoundary.ReadAsync(ShallowFile, cancellationToken).ConfigureAwait(false);
        return new GitHistory(_git, _changes, commit, await GitGraphReader.ReadAsync(_git, commit, cancellationToken).ConfigureAwait(false), boundary);
    }

    /// <summary>Finds the last commit that two revisions have in common.</summary>
    /// <exception cref="ChartReleaseException">
    /// There is none, or no such revision (<see cref="FailureReason.RevisionNotFound"/>), or a shallow clone hides it
    /// (<see cref="FailureReason.ShallowClone"/>).
    /// </exception>
    public Task<string> MergeBaseAsync(string one, string other, CancellationToken cancellationToken) =>
        GitRevisionReader.MergeBaseAsync(_git, one, other, IsShallow, cancellationToken);

    /// <summary>Finds the tree ids of folders, in one process: folders with one id hold the same.</summary>
    /// <returns>For each folder the id of its tree; <see langword="null"/> where the commit has no such folder.</returns>
    public Task<IReadOnlyDictionary<GitFolder, string?>> FoldersAsync(IReadOnlyCollection<GitFolder> folders, CancellationToken cancellationToken) =>
        GitFolderReader.ReadAsync(_git, folders, cancellationToken);

    /// <summary>Lists the tags that name commits, by name.</summary>
    public Task<IReadOnlyList<GitTag>> TagsAsync(CancellationToken cancellationToken) => GitTagReader.ReadAsync(_git, cancellationToken);
}
