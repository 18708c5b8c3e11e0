using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>There is no helm, or no program that can be started in its place (<see cref="FailureReason.ToolUnavailable"/>).</summary>
public sealed class HelmNotFoundException : HelmException
{
    internal HelmNotFoundException(string found, Exception cause)
        : base(
            FailureReason.ToolUnavailable,
            found,
            "An executable helm, 3.8 or later, for this system.",
            "Name a helm with ToolPath of the settings (--helm=PATH of the pipeline), put one on PATH, or let the pipeline fetch one (.tools/). "
            + "https://helm.sh/docs/intro/install/",
            cause)
    {
    }
}
