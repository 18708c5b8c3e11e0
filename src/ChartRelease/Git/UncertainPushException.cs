namespace ChartRelease.Git;

/// <summary>A push failed or was stopped, and whether the remote has the commit cannot be told: it must stay, as people may have it.</summary>
/// <param name="upstream">Where it was pushed to.</param>
/// <param name="commit">Full id of the commit.</param>
/// <param name="push">Why the push failed.</param>
/// <param name="question">Why the remote could not be asked.</param>
internal sealed class UncertainPushException(GitUpstream upstream, string commit, Exception push, ChartReleaseException question) : ChartReleaseException(
    FailureReason.GitFailed,
    $"{(push is ChartReleaseException known ? known.Failure.Found : $"The push to {upstream} was stopped.")} "
    + $"And whether {commit[..12]} arrived there cannot be told: {question.Failure.Found}",
    "A remote that takes the commit, or says that it has not.",
    "The commit is kept. Correct what git says, then run the same command again: it goes on with this commit.",
    push);
