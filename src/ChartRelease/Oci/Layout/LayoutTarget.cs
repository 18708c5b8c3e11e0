using System.Collections.Concurrent;

namespace ChartRelease.Oci.Layout;

/// <summary>
/// The target <c>oci-layout:FOLDER</c>: one OCI image layout per chart at <c>FOLDER/NAME</c>, which skopeo, oras and crane read
/// (<see href="https://github.com/opencontainers/image-spec/blob/v1.1.1/image-layout.md"/>). Beside each stands a small lock file, <c>.NAME.lock</c>.
/// </summary>
public sealed class LayoutTarget : IReleaseTarget
{
    private static readonly TimeSpan _defaultPatience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, LayoutRepository> _repositories = new(StringComparer.Ordinal);
    private readonly LayoutReference _reference;
    private readonly string _path;
    private readonly IReleaseLog _log;
    private readonly TimeSpan _patience;

    /// <summary>Creates the target. Nothing is read or written yet.</summary>
    /// <param name="reference">The folder.</param>
    /// <param name="baseDirectory">Full path that a relative folder starts from.</param>
    /// <param name="log">Told of every file written.</param>
    public LayoutTarget(LayoutReference reference, string baseDirectory, IReleaseLog log)
        : this(reference, baseDirectory, log, _defaultPatience)
    {
    }

    internal LayoutTarget(LayoutReference reference, string baseDirectory, IReleaseLog log, TimeSpan patience)
    {
        (_reference, _log, _patience) = (reference, log, patience);
        _path = Path.GetFullPath(reference.Folder, baseDirectory);
    }

    /// <inheritdoc/>
    public TargetReference Reference => _reference;

    /// <inheritdoc/>
    public bool GuardsTags => true;

    /// <inheritdoc/>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.InvalidReference"/>: the name is not that of a folder.</exception>
    public IRepository Repository(string chartName) => Open(chartName);

    /// <inheritdoc/>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.CannotWrite"/>: read-only, no permission, disk full. <see cref="FailureReason.RegistryError"/>: a damaged layout.
    /// </exception>
    public async Task<string> ProvePushAccessAsync(string chartName, CancellationToken cancellationToken)
    {
        await Open(chartName).ProveWritableAsync(cancellationToken).ConfigureAwait(false);
        return $"The folder {_path} can be written; an image layout needs no account.";
    }

    /// <summary>The charts that have a layout here, by name in ordinal order; empty when the folder does not exist.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.RegistryError"/>: the folder is there and cannot be read.</exception>
    public IReadOnlyList<string> Names()
    {
        try
        {
            return !Directory.Exists(_path) ? [] :
            [
                .. Directory.EnumerateDirectories(_path)
                    .Where(folder => File.Exists(Path.Combine(folder, "oci-layout")) || File.Exists(Path.Combine(folder, "index.json")))
                    .Select(folder => Path.GetFileName(folder)).Where(IsFolderName).Order(StringComparer.Ordinal),
            ];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ChartReleaseException(
                FailureReason.RegistryError,
                $"{_path} is there and cannot be read: {exception.Message}",
                "A folder with one image layout per chart.",
                "Correct its permissions, or name another folder.",
                exception);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        foreach (var repository in _repositories.Values)
        {
            repository.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private LayoutRepository Open(string chartName) => IsFolderName(chartName)
        ? _repositories.GetOrAdd(chartName, name => new LayoutRepository($"{_reference}/{name}", Path.Combine(_path, name), _log, _patience))
        : throw new ChartReleaseException(
            FailureReason.InvalidReference,
            $"\"{chartName}\" cannot be the name of a repository.",
            "Letters, digits, dots, hyphens and underscores, with a letter or digit first.",
            "Correct name in Chart.yaml.");

    // The first character rules out "..", and lock files, which begin with a dot.
    private static bool IsFolderName(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');
}
