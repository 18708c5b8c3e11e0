using System.Globalization;
using System.Text;
using System.Text.Json;

namespace ChartRelease.Oci;

/// <summary>What manifests and indexes have in common as JSON.</summary>
internal static class DescriptorJson
{
    /// <summary>Appends a descriptor with the fields every one has.</summary>
    public static StringBuilder AppendDescriptor(this StringBuilder json, Descriptor descriptor) =>
        json.AppendDescriptorFields(descriptor).Append('}');

    /// <summary>The same without its end, for further fields.</summary>
    public static StringBuilder AppendDescriptorFields(this StringBuilder json, Descriptor descriptor) => json
        .Append("{\"mediaType\":").AppendJsonString(descriptor.MediaType)
        .Append(",\"digest\":").AppendJsonString(descriptor.Digest.Value)
        .Append(CultureInfo.InvariantCulture, $",\"size\":{descriptor.Size}");

    /// <summary>Appends an object of texts by ordinal order of the key.</summary>
    public static StringBuilder AppendMap(this StringBuilder json, IReadOnlyDictionary<string, string> map)
    {
        json.Append('{');
        var separator = "";
        foreach (var (key, value) in map.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json.Append(separator).AppendJsonString(key).Append(':').AppendJsonString(value);
            separator = ",";
        }

        return json.Append('}');
    }

    /// <summary>Reads <c>annotations</c>, which may be absent.</summary>
    public static IReadOnlyDictionary<string, string> ReadAnnotations(this JsonElement element) =>
        element.Optional("annotations") is { } annotations
            ? annotations.Require(JsonValueKind.Object, "annotations").EnumerateObject()
                .ToDictionary(entry => entry.Name, entry => entry.Value.RequireString("annotations"), StringComparer.Ordinal)
            : new Dictionary<string, string>();

    /// <summary>Reads <c>artifactType</c>, which may be absent or empty.</summary>
    public static string? ReadArtifactType(this JsonElement element) =>
        element.Optional("artifactType")?.RequireName("artifactType") is { Length: > 0 } type ? type : null;

    /// <summary>Reads <c>subject</c>, which may be absent.</summary>
    public static Descriptor? ReadSubject(this JsonElement element) => element.Optional("subject")?.ReadDescriptor("subject");

    // Go programs write null for what is empty.
    private static JsonElement? Optional(this JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
