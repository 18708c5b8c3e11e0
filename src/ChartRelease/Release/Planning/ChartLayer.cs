using ChartRelease.Oci;

namespace ChartRelease.Release.Planning;

/// <summary>Finds the chart archive among the layers of a manifest.</summary>
public static class ChartLayer
{
    /// <summary>
    /// The layer with Helm's chart media type (or its legacy one), wherever it stands: helm sorts layers by digest,
    /// so a provenance file may come first.
    /// </summary>
    public static Descriptor? Find(OciManifest manifest) =>
        manifest.Layers.FirstOrDefault(layer => layer.MediaType is MediaTypes.HelmChart or MediaTypes.HelmChartLegacy);
}
