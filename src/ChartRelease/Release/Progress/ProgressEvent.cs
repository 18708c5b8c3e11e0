using ChartRelease.Oci;

namespace ChartRelease.Release.Progress;

/// <summary>
/// One change in the progress of a release. Between a <see cref="PhaseStarted"/> and its <see cref="PhaseEnded"/> each step starts at most
/// once and then ends; phases do not overlap.
/// </summary>
public abstract record ProgressEvent;

/// <summary>A phase begins.</summary>
/// <param name="Phase">Which.</param>
/// <param name="Steps">All its steps, in the order of the plan.</param>
public sealed record PhaseStarted(ReleasePhase Phase, IReadOnlyList<ProgressStep> Steps) : ProgressEvent;

/// <summary>A step begins.</summary>
/// <param name="Step">Which.</param>
/// <param name="TotalBytes">How much is to be moved at most: less when the target has a part of it already.</param>
public sealed record StepStarted(ProgressStep Step, long TotalBytes) : ProgressEvent;

/// <summary>Bytes of a step were moved.</summary>
/// <param name="Step">Which.</param>
/// <param name="Bytes">How many so far. Less than before when a repetition starts anew.</param>
public sealed record StepMoved(ProgressStep Step, long Bytes) : ProgressEvent;

/// <summary>A request is going to be repeated. There may be no step for it: plans are made with requests too.</summary>
/// <param name="Repository">The repository, as <see cref="IRepository.Reference"/> shows it.</param>
public sealed record RequestRepeated(string Repository) : ProgressEvent;

/// <summary>A step ends; one that was skipped or stopped may not have begun.</summary>
/// <param name="Step">Which.</param>
/// <param name="Outcome">How.</param>
/// <param name="Manifest">The digest the tag resolves to, when it was read back.</param>
public sealed record StepEnded(ProgressStep Step, StepOutcome Outcome, Digest? Manifest = null) : ProgressEvent;

/// <summary>A phase ends, whatever came of it.</summary>
/// <param name="Phase">Which.</param>
public sealed record PhaseEnded(ReleasePhase Phase) : ProgressEvent;
