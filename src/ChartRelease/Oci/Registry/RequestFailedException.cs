using System.Diagnostics.CodeAnalysis;

namespace ChartRelease.Oci.Registry;

/// <summary>
/// A request that failed, before it is decided whether to try again. It never leaves this folder:
/// <see cref="RetryPolicy"/> turns the last one into a <see cref="ChartReleaseException"/>.
/// </summary>
/// <param name="failure">What the user is told if this was the last attempt.</param>
/// <param name="summary">The same in few words, for the line on the retry: <c>ghcr.io/v2/…: 503 Service Unavailable</c>.</param>
/// <param name="innerException">The cause.</param>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never crosses the assembly's border.")]
internal sealed class RequestFailedException(Failure failure, string summary, Exception? innerException = null)
    : Exception(failure.ToString(), innerException)
{
    public Failure Failure { get; } = failure;

    public string Summary { get; } = summary;

    /// <summary>Whether the same request may succeed later.</summary>
    public bool IsTemporary { get; init; }

    /// <summary>Whether the registry says that it does not know the upload.</summary>
    public bool IsLostUpload { get; init; }

    /// <summary>How long the registry asks to wait; <see langword="null"/> when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
