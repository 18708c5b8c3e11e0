using ChartRelease.Oci;

namespace ChartRelease.Release.Promotion;

/// <summary>What would be copied, and why.</summary>
/// <param name="From">Where from.</param>
/// <param name="Steps">One entry per chart version and destination: by name, then by precedence of the version, then as the destinations were given.</param>
/// <param name="Failures">What was asked for and not found, and what could not be listed.</param>
public sealed record PromotionPlan(TargetReference From, IReadOnlyList<PlannedPromotion> Steps, IReadOnlyList<Failure> Failures);

/// <summary>One chart version at one destination.</summary>
public sealed record PlannedPromotion
{
    /// <summary>The chart's name.</summary>
    public required string Chart { get; init; }

    /// <summary>Its version.</summary>
    public required string Version { get; init; }

    /// <summary>The tag, the same at both sides.</summary>
    public required string Tag { get; init; }

    /// <summary>The destination, as written in the settings.</summary>
    public required string Target { get; init; }

    /// <summary>The repository and tag there, for example <c>oci://HOST/PATH/NAME:TAG</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>What happens.</summary>
    public required PromotionAction Action { get; init; }

    /// <summary>Why, in a few words.</summary>
    public required string Why { get; init; }

    /// <summary>The manifest that is copied; <see langword="null"/> when it could not be read.</summary>
    public ManifestContent? Source { get; init; }

    /// <summary>What the destination holds; <see langword="null"/> when the version is absent, or that could not be told.</summary>
    public ManifestContent? Published { get; init; }

    /// <summary>When the destination was asked: a timestamp of the run's <see cref="TimeProvider"/>, taken before the question.</summary>
    internal long AskedAt { get; init; }

    /// <summary>Why nothing can be done, or must not be.</summary>
    public Failure? Failure { get; init; }
}
