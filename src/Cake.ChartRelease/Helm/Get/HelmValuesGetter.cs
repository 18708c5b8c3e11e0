using System.Text.Json;
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
        var output = ExecuteForJson(settings, [release], cancellationToken);
        var values = HelmJson.Read(Verb, output, HelmJsonContext.Default.JsonElement);
        return values.ValueKind switch
        {
            JsonValueKind.Object => JsonObject.Create(values)!,
            JsonValueKind.Null => [],
            _ => throw new HelmOutputException(Verb, output),
        };
    }

    /// <summary>The same as helm prints it.</summary>
    public string GetText(HelmGetValuesSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], cancellationToken).Text;
}
