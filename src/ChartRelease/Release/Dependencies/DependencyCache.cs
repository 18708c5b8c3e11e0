using System.Security.Cryptography;
using ChartRelease.Oci;

namespace ChartRelease.Release.Dependencies;

/// <summary>
/// Chart archives on disk, each in a file named by its digest: <c>ROOT/sha256/HEX</c>. A file appears whole, by one rename, and is compared with
/// its name whenever it is used; so any number of processes may share the folder, and any file in it may be deleted at any time.
/// </summary>
/// <param name="root">Full path of the folder; created with the first archive.</param>
internal sealed class DependencyCache(string root)
{
    /// <summary>
    /// The user's: <c>chart-release/dependencies</c> in XDG_CACHE_HOME, else in the system's folder for caches; <see langword="null"/> when there
    /// is neither.
    /// </summary>
    /// <param name="environment">Reads the environment.</param>
    public static string? FolderOf(Func<string, string?> environment)
    {
        var (home, below) = OperatingSystem.IsWindows() ? ("LOCALAPPDATA", "") : OperatingSystem.IsMacOS() ? ("HOME", "Library/Caches") : ("HOME", ".cache");
        var caches = environment("XDG_CACHE_HOME") is { Length: > 0 } named ? named
            : environment(home) is { Length: > 0 } folder ? Path.Combine(folder, below)
            : null;
        return caches is null ? null : Path.GetFullPath(Path.Combine(caches, "chart-release", "dependencies"));
    }

    /// <summary>The archive of a digest; <see langword="null"/> when it is not there, or when what is there is another.</summary>
    public CachedArchive? Find(Digest digest)
    {
        try
        {
            using var file = File.OpenRead(PathOf(digest));
            return ContentCheck.Matches(digest, CryptographicOperations.HashData(ContentCheck.Algorithm(digest), file))
                ? new CachedArchive(digest, file.Length, PathOf(digest))
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Adds an archive, in the place of a damaged one too.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.CannotWrite"/>.</exception>
    public CachedArchive Add(ReadOnlySpan<byte> content)
    {
        var digest = Digest.Of(content);
        AtomicFile.Write(PathOf(digest), content);
        return new CachedArchive(digest, content.Length, PathOf(digest));
    }

    private string PathOf(Digest digest) => Path.Combine(root, digest.Algorithm, digest.Hex);
}
