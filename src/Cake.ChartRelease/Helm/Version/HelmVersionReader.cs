using System.Text.RegularExpressions;
using Cake.Core;
using Semver;

namespace Cake.ChartRelease.Helm.Version;

/// <summary>Runs <c>helm version</c>.</summary>
internal sealed partial class HelmVersionReader(ICakeContext context) : HelmTool<HelmVersionSettings>(context, "version")
{
    /// <summary>What this helm is. The caller's formats are for people; it is asked without.</summary>
    public HelmVersionInfo Read(HelmVersionSettings settings, CancellationToken cancellationToken)
    {
        var output = Execute(
            new HelmVersionSettings
            {
                ToolPath = settings.ToolPath,
                Timeout = settings.Timeout,
                WorkingDirectory = settings.WorkingDirectory,
                EnvironmentVariables = settings.EnvironmentVariables,
            },
            [],
            cancellationToken);
        var fields = Field().Matches(output.Text).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        return fields.TryGetValue("Version", out var text)
            && SemVersion.TryParse(text, SemVersionStyles.AllowV | SemVersionStyles.OptionalPatch, out var version)
                ? new HelmVersionInfo(version.ToString())
                {
                    GitCommit = fields.GetValueOrDefault("GitCommit", ""),
                    GitTreeState = fields.GetValueOrDefault("GitTreeState", ""),
                    GoVersion = fields.GetValueOrDefault("GoVersion", ""),
                    KubeClientVersion = fields.GetValueOrDefault("KubeClientVersion"),
                }
                : throw new HelmOutputException(Verb, output);
    }

    /// <summary>Whoever asks for the version cannot know it; no flag that depends on it is used here.</summary>
    private protected override string VersionOf(HelmVersionSettings settings, CancellationToken cancellationToken) => "0.0.0";

    // version.BuildInfo{Version:"v4.1.4", GitCommit:"…", …}
    [GeneratedRegex("""(?<=[{ ])(\w+):"([^"]*)"(?=[,}])""")]
    private static partial Regex Field();
}
