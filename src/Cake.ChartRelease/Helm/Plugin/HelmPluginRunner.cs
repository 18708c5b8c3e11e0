using Cake.Core;

namespace Cake.ChartRelease.Helm.Plugin;

/// <summary>Runs <c>helm plugin uninstall</c> or <c>update</c>.</summary>
internal sealed class HelmPluginRunner<TSettings>(ICakeContext context, string verb) : HelmTool<TSettings>(context, verb)
    where TSettings : HelmSettings
{
    /// <summary>Does it with each plugin.</summary>
    public void Run(TSettings settings, IReadOnlyCollection<string> plugins, CancellationToken cancellationToken) =>
        Execute(settings, plugins, cancellationToken);

    private protected override IEnumerable<string> Problems(TSettings settings, IReadOnlyCollection<string> positionals) =>
    [
        .. base.Problems(settings, positionals),
        .. positionals.Count == 0 ? ["No plugin is named."] : Array.Empty<string>(),
    ];
}
