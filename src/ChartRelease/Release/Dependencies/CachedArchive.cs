using System.Diagnostics.CodeAnalysis;
using ChartRelease.Oci;

namespace ChartRelease.Release.Dependencies;

/// <summary>A chart archive in a <see cref="DependencyCache"/>.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Path">Full path of the file.</param>
internal sealed record CachedArchive(Digest Digest, long Size, string Path)
{
    /// <summary>Opens it; what is read is compared with the digest on the way.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.DigestMismatch"/>: the file is gone, or, while it is read, that it is another.</exception>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream that is returned owns the file.")]
    public Stream Open()
    {
        try
        {
            return new VerifyingStream(File.OpenRead(Path), new Descriptor(MediaTypes.HelmChart, Digest, Size), Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ChartReleaseException(
                FailureReason.DigestMismatch,
                $"The dependency {Path} cannot be read any more: {exception.Message}",
                "A file that stays while the run needs it.",
                "Run the same command again: what is missing is fetched again.",
                exception);
        }
    }
}
