namespace ChartRelease.Oci;

/// <summary>Media types of OCI images and of Helm charts (<see href="https://github.com/helm/community/blob/main/hips/hip-0006.md"/>).</summary>
public static class MediaTypes
{
    /// <summary>An OCI image manifest.</summary>
    public const string Manifest = "application/vnd.oci.image.manifest.v1+json";

    /// <summary>An OCI image index.</summary>
    public const string Index = "application/vnd.oci.image.index.v1+json";

    /// <summary>The config of an artifact that needs none: the two bytes <c>{}</c>.</summary>
    public const string EmptyConfig = "application/vnd.oci.empty.v1+json";

    /// <summary>Chart.yaml as JSON.</summary>
    public const string HelmConfig = "application/vnd.cncf.helm.config.v1+json";

    /// <summary>The chart archive.</summary>
    public const string HelmChart = "application/vnd.cncf.helm.chart.content.v1.tar+gzip";

    /// <summary>The chart archive, as early versions of Helm 3 wrote it; accepted when reading.</summary>
    public const string HelmChartLegacy = "application/tar+gzip";

    /// <summary>The provenance file.</summary>
    public const string HelmProvenance = "application/vnd.cncf.helm.chart.provenance.v1.prov";
}
