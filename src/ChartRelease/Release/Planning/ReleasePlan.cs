using ChartRelease.Oci;
using ChartRelease.Release.Checking;
using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Planning;

/// <summary>What would happen to each chart, and why. Every action executes a plan; nothing decides on its own.</summary>
/// <param name="Charts">One entry per chart, by name.</param>
public sealed record ReleasePlan(IReadOnlyList<PlannedChart> Charts)
{
    /// <summary>Full id of the commit that is planned; empty when that is not known.</summary>
    public string Commit { get; init; } = "";

    /// <summary>What was found instead of a plan when a check was asked for; see <see cref="PlanRequest.Check"/>.</summary>
    public CheckReport? Check { get; init; }

    /// <summary>What a user should know of tags and releases; filled by the target Plan. Sentences.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>Every chart at every target.</summary>
    public IEnumerable<(PlannedChart Chart, PlannedTarget Target)> Steps =>
        Charts.SelectMany(chart => chart.Targets.Select(target => (chart, target)));

    /// <summary>Why targets could not tell what they hold; empty for a plan that is whole.</summary>
    public IReadOnlyList<Failure> Failures => [.. Steps.Select(step => step.Target.Failure).OfType<Failure>()];

    /// <summary>Fails when a target could not tell what it holds.</summary>
    /// <exception cref="ChartReleaseException">What the targets said instead, all of it.</exception>
    public void ThrowIfUnknown() => FailureList.ThrowIfAny(Failures);
}

/// <summary>One chart of a plan.</summary>
/// <param name="Chart">The chart and what would be published of it.</param>
/// <param name="Targets">What happens at each target, in the order of the settings.</param>
public sealed record PlannedChart(PackagedChart Chart, IReadOnlyList<PlannedTarget> Targets)
{
    /// <summary>Names of the charts of this plan that it depends on: they are published first.</summary>
    public IReadOnlyList<string> DependsOn { get; init; } = [];

    /// <summary>What changed since the last release; filled by the target Plan.</summary>
    public ChartForecast? Forecast { get; init; }

    /// <summary>Refuse if any target refuses, else bump needed if any needs it, else unknown if any could not tell, else publish if any publishes, else skip.</summary>
    public ReleaseAction Action =>
        Has(ReleaseAction.Refuse) ? ReleaseAction.Refuse
        : Has(ReleaseAction.BumpNeeded) ? ReleaseAction.BumpNeeded
        : Has(ReleaseAction.Unknown) ? ReleaseAction.Unknown
        : Has(ReleaseAction.Publish) ? ReleaseAction.Publish
        : ReleaseAction.Skip;

    private bool Has(ReleaseAction action) => Targets.Any(target => target.Action == action);
}

/// <summary>One chart at one target.</summary>
/// <param name="Target">The target, as written in the settings.</param>
/// <param name="Reference">The repository and tag, for example <c>oci://HOST/PATH/NAME:VERSION</c>.</param>
/// <param name="Action">What happens.</param>
/// <param name="Why">One sentence.</param>
/// <param name="Published">What the target holds now; <see langword="null"/> when the version is absent, or it could not tell.</param>
public sealed record PlannedTarget(string Target, string Reference, ReleaseAction Action, string Why, ManifestContent? Published)
{
    /// <summary>Why the target could not tell what it holds; <see langword="null"/> when it could.</summary>
    public Failure? Failure { get; init; }

    /// <summary>When the target was asked: a timestamp of the run's <see cref="TimeProvider"/>.</summary>
    internal long AskedAt { get; init; }
}
