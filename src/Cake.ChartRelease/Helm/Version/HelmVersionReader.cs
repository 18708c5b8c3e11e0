using Cake.Core;
using Semver;

namespace Cake.ChartRelease.Helm.Version;

/// <summary>Runs <c>helm version</c>.</summary>
internal sealed class HelmVersionReader(ICakeContext context) : HelmTool<HelmVersionSettings>(context, "version")
{
    private const string VersionOnly = "{{.Version}}";

    /// <summary>The version without the <c>v</c>.</summary>
    public string Read(HelmVersionSettings settings, CancellationToken cancellationToken)
    {
        // The caller's settings stay as they are.
        var asked = new HelmVersionSettings
        {
            ToolPath = settings.ToolPath,
            ToolTimeout = settings.ToolTimeout,
            WorkingDirectory = settings.WorkingDirectory,
            EnvironmentVariables = settings.EnvironmentVariables,
            Template = VersionOnly,
        };
        var output = Execute(asked, [], cancellationToken);
        var text = output.Text.Trim();
        return SemVersion.TryParse(text, SemVersionStyles.AllowV, out var version)
            ? version.ToString()
            : throw HelmFailures.Unreadable(Verb, output);
    }
}
