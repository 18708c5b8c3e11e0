using ChartRelease.Oci;

namespace ChartRelease.Release.Reproduction;

/// <summary>What a rebuild says of one published chart version.</summary>
public sealed record ReproducedChart
{
    /// <summary>The chart's name.</summary>
    public required string Chart { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>The target, as written in the settings.</summary>
    public required string Target { get; init; }

    /// <summary>The repository and tag there, for example <c>oci://HOST/PATH/NAME:TAG</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>What was found out.</summary>
    public required ReproductionOutcome Outcome { get; init; }

    /// <summary>Full id of the commit that was rebuilt; <see langword="null"/> when it did not come to that.</summary>
    public string? Commit { get; init; }

    /// <summary>Digest of the published manifest; <see langword="null"/> when it could not be read.</summary>
    public Digest? Published { get; init; }

    /// <summary>Digest of the manifest that the commit builds; <see langword="null"/> when it did not come to that.</summary>
    public Digest? Rebuilt { get; init; }

    /// <summary>What differs, content first; empty when nothing does.</summary>
    public IReadOnlyList<Difference> Differences { get; init; } = [];

    /// <summary>Why it counts as a failure of the run; <see langword="null"/> when it is identical.</summary>
    public Failure? Failure { get; init; }
}
