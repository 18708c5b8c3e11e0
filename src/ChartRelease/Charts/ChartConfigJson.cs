using System.Text;
using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Charts;

/// <summary>
/// The OCI config blob of a chart, with the bytes that <c>helm push</c> writes for the same metadata: the fields of helm's
/// <c>chart.Metadata</c> in its order, empty ones left out, texts cleaned of line breaks and unprintable characters.
/// </summary>
public static class ChartConfigJson
{
    /// <summary>Serializes the metadata; UTF-8 without byte order mark or line end, a function of the metadata alone.</summary>
    public static byte[] Serialize(ChartMetadata metadata)
    {
        var json = new GoJsonObject()
            .Text("name", GoText.Clean(metadata.Name))
            .Text("home", GoText.Clean(metadata.Home))
            .Texts("sources", metadata.Sources.Select(GoText.Clean))
            .Text("version", metadata.Version)
            .Text("description", GoText.Clean(metadata.Description))
            .Texts("keywords", metadata.Keywords.Select(GoText.Clean))
            .Raw("maintainers", metadata.Maintainers.Select(Maintainer))
            .Text("icon", GoText.Clean(metadata.Icon))
            .Text("apiVersion", metadata.ApiVersion)
            .Text("condition", GoText.Clean(metadata.Condition))
            .Text("tags", GoText.Clean(metadata.Tags))
            .Text("appVersion", GoText.Clean(metadata.AppVersion))
            .Flag("deprecated", metadata.Deprecated)
            .Map("annotations", metadata.Annotations)
            .Text("kubeVersion", GoText.Clean(metadata.KubeVersion))
            .Raw("dependencies", metadata.Dependencies.Select(DependencyJson.Serialize))
            .Text("type", metadata.Type);
        return Encoding.UTF8.GetBytes(json.ToString());
    }

    private static string Maintainer(ChartMaintainer maintainer) => new GoJsonObject()
        .Text("name", GoText.Clean(maintainer.Name))
        .Text("email", GoText.Clean(maintainer.Email))
        .Text("url", GoText.Clean(maintainer.Url))
        .ToString();
}
