using ChartRelease.Oci;
using ChartRelease.Release.Selection;

namespace ChartRelease.Release.Promotion;

/// <summary>Decides what happens to one chart version at one destination. Pure: everything it needs was read before.</summary>
internal static class PromotionPlanner
{
    /// <summary>The three answers: absent, same, different.</summary>
    /// <param name="candidate">The version.</param>
    /// <param name="source">Its manifest.</param>
    /// <param name="from">Where that stands, as shown to users.</param>
    /// <param name="target">The destination.</param>
    /// <param name="reference">The repository and tag there.</param>
    /// <param name="published">What stands there; <see langword="null"/> when it is certain that nothing does.</param>
    public static PlannedPromotion Plan(
        PublishedVersion candidate, ManifestContent source, string from, string target, string reference, ManifestContent? published)
    {
        var step = Step(candidate, target, reference, PromotionAction.Copy, "not there yet") with { Source = source };
        return published is null ? step
            : IsSame(source, published) ? Skip(step, published)
            : step with
            {
                Published = published,
                Action = PromotionAction.Refuse,
                Why = "there with different content",
                Failure = new Failure(
                    FailureReason.VersionConflict,
                    $"{reference} is {published.Descriptor.Digest}, and {from} is {source.Descriptor.Digest}: different content under one version.",
                    "A version that is absent, or published with the same content: a published version never changes.",
                    "Find out which of the two is right; leave this version out with --versions, or publish it under a new one."),
            };
    }

    /// <summary>What happens to a version that is there already with the same content.</summary>
    public static PlannedPromotion Skip(PlannedPromotion step, ManifestContent published) => step with
    {
        Action = PromotionAction.Skip,
        Published = published,
        Why = published.Descriptor.Digest == step.Source!.Descriptor.Digest ? "there with the same manifest" : "there with the same content in another manifest",
    };

    /// <summary>Whether two manifests are the same version: the same bytes, or the same content.</summary>
    public static bool IsSame(ManifestContent source, ManifestContent published) =>
        published.Descriptor.Digest == source.Descriptor.Digest || published.Manifest.HasContentOf(source.Manifest);

    /// <summary>What happens when it cannot be told what is there.</summary>
    public static PlannedPromotion Fail(PublishedVersion candidate, string target, string reference, Failure failure) =>
        Step(candidate, target, reference, PromotionAction.Fail, "it could not be told what is there") with { Failure = failure };

    private static PlannedPromotion Step(PublishedVersion candidate, string target, string reference, PromotionAction action, string why) => new()
    {
        Chart = candidate.Chart,
        Version = candidate.Version.ToString(),
        Tag = candidate.Tag,
        Target = target,
        Reference = reference,
        Action = action,
        Why = why,
    };
}
