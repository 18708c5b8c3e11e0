using ChartRelease.Oci;

namespace ChartRelease.Release.Planning;

/// <summary>What a target was found to hold of one chart version: absent, a manifest, or no answer at all.</summary>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="Reference">The repository and tag.</param>
/// <param name="Published">The manifest, or <see langword="null"/> when the target is certain that there is none, or could not tell.</param>
public sealed record TargetState(string Target, string Reference, ManifestContent? Published)
{
    /// <summary>Why the target could not tell; <see langword="null"/> when it could.</summary>
    public Failure? Failure { get; init; }

    /// <summary>When it was asked: a timestamp of the run's <see cref="TimeProvider"/>, taken before the question.</summary>
    public long AskedAt { get; init; }
}
