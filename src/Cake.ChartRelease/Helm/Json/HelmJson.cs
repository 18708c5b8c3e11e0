using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Cake.ChartRelease.Helm.Json;

/// <summary>Reads helm's output for machines. What is missing there is an error; what is new there is passed over.</summary>
internal static class HelmJson
{
    /// <exception cref="HelmOutputException">It is no JSON, or lacks what every supported helm prints.</exception>
    public static T Read<T>(string verb, HelmOutput output, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(output.Text, type) ?? throw new HelmOutputException(verb, output);
        }
        catch (JsonException exception)
        {
            throw new HelmOutputException(verb, output, exception);
        }
    }
}
