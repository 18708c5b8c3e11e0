using System.Text;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Reporting;
using ChartRelease.Testing;

namespace ChartRelease.Tests.Release.Reporting;

public sealed class ReleaseReportJsonTests
{
    private static readonly ReleaseReport _report = new(
        "1234567890123456789012345678901234567890",
        [
            Reports.Chart("oci://ghcr.io/owner/charts") with
            {
                Dependencies = [new FetchedDependency("redis", "21.2.14", "oci://registry-1.docker.io/bitnamicharts", Reports.Dependency, 567)],
            },
            Reports.Chart("oci-layout:artifacts/registry", ReportedAction.Refused, verified: false) with
            {
                Name = "other",
                Path = "helm/other",
                ArchivePath = "artifacts/charts/other-1.2.3.tgz",
                AppVersion = null,
                Targets = [new ReportedTarget("oci-layout:artifacts/registry", "oci-layout:artifacts/registry/other:1.2.3", ReportedAction.Failed, null, false)],
            },
        ]);

    [Fact]
    public void The_report_is_the_example_of_the_reference_page()
    {
        var page = File.ReadAllText(Path.Combine(TestTools.RepositoryRoot, "docs", "reference", "release-json.md")).ReplaceLineEndings("\n");
        var expected = Encoding.UTF8.GetString(ReleaseReportJson.Serialize(_report));

        Assert.True(page.Contains($"```json\n{expected}```\n", StringComparison.Ordinal), $"The example of release-json.md should be:\n{expected}");
    }

    [Fact]
    public void A_report_without_charts_is_whole() =>
        Assert.Equal("{\n  \"schemaVersion\": 1,\n  \"commit\": \"c\",\n  \"charts\": []\n}\n", Encoding.UTF8.GetString(ReleaseReportJson.Serialize(new("c", []))));

    [Theory]
    [InlineData(ReportedAction.Published, "published")]
    [InlineData(ReportedAction.Skipped, "skipped")]
    [InlineData(ReportedAction.Refused, "refused")]
    [InlineData(ReportedAction.Failed, "failed")]
    public void Actions_are_written_in_lower_case(ReportedAction action, string expected) => Assert.Contains(
        $"\"action\": \"{expected}\"",
        Encoding.UTF8.GetString(ReleaseReportJson.Serialize(new("c", [Reports.Chart("oci://one.example", action)]))),
        StringComparison.Ordinal);
}
