namespace ChartRelease.Release.Dependencies;

/// <summary>A registry was asked for a chart version and has none: an answer, where other failures are doubts.</summary>
/// <param name="reference">What was asked for.</param>
internal sealed class NotPublishedException(string reference)
    : ChartReleaseException(FailureReason.NotFound, $"There is no {reference}.", "A version that is published.", "Check name, version and repository.");
