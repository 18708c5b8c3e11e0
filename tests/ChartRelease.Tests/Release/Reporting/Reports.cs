using ChartRelease.Oci;
using ChartRelease.Release.Reporting;

namespace ChartRelease.Tests.Release.Reporting;

/// <summary>Reports written by hand.</summary>
internal static class Reports
{
    public static Digest Archive { get; } = Digest.Of("archive"u8);

    public static Digest Manifest { get; } = Digest.Of("manifest"u8);

    public static Digest Dependency { get; } = Digest.Of("dependency"u8);

    public static ReportedChart Chart(string target, ReportedAction action = ReportedAction.Published, bool verified = true) => new()
    {
        Name = "app",
        Version = "1.2.3",
        AppVersion = "4.5",
        Path = "helm/app",
        Action = action,
        ArchivePath = "artifacts/charts/app-1.2.3.tgz",
        Archive = new Descriptor(MediaTypes.HelmChart, Archive, 1234),
        Targets = [new ReportedTarget(target, $"{target}/app:1.2.3", action, Manifest, verified)],
    };
}
