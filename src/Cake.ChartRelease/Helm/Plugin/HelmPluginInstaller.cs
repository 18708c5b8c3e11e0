using Cake.Core;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Runs <c>helm plugin install</c>.</summary>
internal sealed class HelmPluginInstaller(ICakeContext context) : HelmTool<HelmPluginInstallSettings>(context, "plugin install")
{
    /// <summary>Installs a plugin from a folder, an archive or a repository.</summary>
    public void Install(HelmPluginInstallSettings settings, string source, CancellationToken cancellationToken) =>
        Execute(settings, [source], cancellationToken);
}
