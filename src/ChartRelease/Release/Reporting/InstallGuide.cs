using ChartRelease.Oci;

namespace ChartRelease.Release.Reporting;

/// <summary>The commands that install what was published, filled in. Pure.</summary>
public static class InstallGuide
{
    /// <summary>The three ways to install a chart from one target.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="target">Where it was published.</param>
    /// <param name="plainHttp">Whether that registry speaks HTTP.</param>
    public static IReadOnlyList<InstallCommand> For(ReportedChart chart, ReportedTarget target, bool plainHttp) =>
        TargetReference.Parse(target.Target) is RegistryReference
            ? FromRegistry(chart, Repository(target), plainHttp ? " --plain-http" : "")
            : FromArchive(chart);

    /// <summary>The page that lists a registry's packages, for ghcr.io; <see langword="null"/> for others.</summary>
    public static string? PackagesPage(ReportedTarget target) =>
        TargetReference.Parse(target.Target) is RegistryReference { Host: "ghcr.io", Path.Length: > 0 } registry
            ? $"https://github.com/{registry.Path.Split('/')[0]}?tab=packages"
            : null;

    private static IReadOnlyList<InstallCommand> FromRegistry(ReportedChart chart, string repository, string plainHttp) =>
    [
        new("directly", [$"helm install {chart.Name} {repository} --version {chart.Version}{plainHttp}"]),
        new("pull, then install",
        [
            $"helm pull {repository} --version {chart.Version}{plainHttp}",
            $"helm install {chart.Name} {chart.Name}-{chart.Version}.tgz",
        ]),
        new("with your own values", [$"helm install {chart.Name} {repository} --version {chart.Version}{plainHttp} --values my-values.yaml"]),
    ];

    private static IReadOnlyList<InstallCommand> FromArchive(ReportedChart chart) =>
    [
        new("directly", [$"helm install {chart.Name} {chart.ArchivePath}"]),
        new("unpack, then install", [$"tar -xzf {chart.ArchivePath}", $"helm install {chart.Name} ./{chart.Name}"]),
        new("with your own values", [$"helm install {chart.Name} {chart.ArchivePath} --values my-values.yaml"]),
    ];

    private static string Repository(ReportedTarget target) => target.Reference[..target.Reference.LastIndexOf(':')];
}

/// <summary>One way to install a chart.</summary>
/// <param name="Title">What is special about it.</param>
/// <param name="Lines">The shell lines.</param>
public sealed record InstallCommand(string Title, IReadOnlyList<string> Lines);
