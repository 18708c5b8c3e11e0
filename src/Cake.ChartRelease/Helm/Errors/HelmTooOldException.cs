using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>The helm in use is older than 3.8 (<see cref="FailureReason.ToolUnavailable"/>); the command was not run.</summary>
public sealed class HelmTooOldException : HelmException
{
    internal HelmTooOldException(string version)
        : base(
            FailureReason.ToolUnavailable,
            $"helm is version {version}.",
            "helm 3.8 or later, the first with OCI registries.",
            "Install a newer one (https://helm.sh/docs/intro/install/), or name it with ToolPath of the settings.") =>
        Version = version;

    /// <summary>The version of the helm in use, without the <c>v</c>.</summary>
    public string Version { get; }
}
