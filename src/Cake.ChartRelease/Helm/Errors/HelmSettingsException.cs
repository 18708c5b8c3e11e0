using ChartRelease;

namespace Cake.ChartRelease.Helm;

/// <summary>The settings or arguments of a command cannot work (<see cref="FailureReason.InvalidSettings"/>); the command was not run.</summary>
public sealed class HelmSettingsException : HelmException
{
    internal HelmSettingsException(string found, string expected, string next)
        : base(FailureReason.InvalidSettings, found, expected, next)
    {
    }
}
