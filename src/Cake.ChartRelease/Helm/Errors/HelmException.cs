using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>A helm command that gave no result. What was found, expected and to do next is in the message; no secret is.</summary>
public abstract class HelmException : ChartReleaseException
{
    private protected HelmException(FailureReason reason, string found, string expected, string next, Exception? cause = null)
        : base(reason, found, expected, next, cause)
    {
    }
}
