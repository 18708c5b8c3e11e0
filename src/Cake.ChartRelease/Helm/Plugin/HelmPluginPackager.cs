using Cake.Core;
using Cake.Core.IO;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Runs <c>helm plugin package</c>.</summary>
internal sealed class HelmPluginPackager(ICakeContext context) : HelmTool<HelmPluginPackageSettings>(context, "plugin package")
{
    private const string Saved = "Successfully packaged plugin and saved it to: ";

    private protected override HelmRange Range => HelmRange.Helm4;

    /// <summary>Path of the archive, as helm says it.</summary>
    public FilePath Package(HelmPluginPackageSettings settings, string pluginFolder, CancellationToken cancellationToken)
    {
        var output = Execute(settings, [pluginFolder], cancellationToken);
        return output.StandardOutput.LastOrDefault(line => line.StartsWith(Saved, StringComparison.Ordinal)) is { } line
            ? new FilePath(line[Saved.Length..])
            : throw new HelmOutputException(Verb, output);
    }
}
