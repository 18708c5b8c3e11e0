using ChartRelease.Release.Reporting;

namespace ChartRelease.Tests.Release.Reporting;

public sealed class InstallGuideTests
{
    [Fact]
    public void A_registry_that_speaks_HTTP_is_told_to_helm_wherever_it_is_asked()
    {
        var commands = Lines("oci://127.0.0.1:5000/charts", plainHttp: true);

        Assert.Equal(
            [
                "helm install app oci://127.0.0.1:5000/charts/app --version 1.2.3 --plain-http",
                "helm pull oci://127.0.0.1:5000/charts/app --version 1.2.3 --plain-http",
                "helm install app app-1.2.3.tgz",
                "helm install app oci://127.0.0.1:5000/charts/app --version 1.2.3 --plain-http --values my-values.yaml",
            ],
            commands);
    }

    [Fact]
    public void From_a_layout_the_archive_is_installed() => Assert.Equal(
        [
            "helm install app artifacts/charts/app-1.2.3.tgz",
            "tar -xzf artifacts/charts/app-1.2.3.tgz",
            "helm install app ./app",
            "helm install app artifacts/charts/app-1.2.3.tgz --values my-values.yaml",
        ],
        Lines("oci-layout:artifacts/registry", plainHttp: false));

    [Theory]
    [InlineData("oci://ghcr.io/owner/charts", "https://github.com/owner?tab=packages")]
    [InlineData("oci://ghcr.io", null)]
    [InlineData("oci://registry.example/owner", null)]
    [InlineData("oci-layout:ghcr.io", null)]
    public void Only_GitHub_has_a_packages_page(string target, string? expected) =>
        Assert.Equal(expected, InstallGuide.PackagesPage(Reports.Chart(target).Targets[0]));

    [Fact]
    public void There_are_three_ways() => Assert.Equal(3, InstallGuide.For(Chart("oci://ghcr.io/o"), Chart("oci://ghcr.io/o").Targets[0], false).Count);

    private static IEnumerable<string> Lines(string target, bool plainHttp) =>
        InstallGuide.For(Chart(target), Chart(target).Targets[0], plainHttp).SelectMany(command => command.Lines);

    private static ReportedChart Chart(string target) => Reports.Chart(target);
}
