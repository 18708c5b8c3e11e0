using System.Text.Json.Nodes;
using Cake.ChartRelease.Helm.Json;
using Cake.Core;

namespace Cake.ChartRelease.Helm.Get;

/// <summary>Runs <c>helm get values</c>.</summary>
internal sealed class HelmValuesGetter(ICakeContext context) : HelmTool<HelmGetValuesSettings>(context, "get values")
{
    /// <summary>The values of the release; empty when there are none, for which helm prints <c>null</c>.</summary>
    public JsonObject Get(HelmGetValuesSettings settings, string release, CancellationToken cancellationToken)
    {
        var output = Execute(settings, [release], HelmJsonContext.Default.JsonElement, cancellationToken);
        return JsonObject.Create(output) ?? [];
    }

    /// <summary>The same as helm prints it.</summary>
    public string GetText(HelmGetValuesSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], cancellationToken).Text;
}
