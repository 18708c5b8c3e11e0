using System.Text.Json;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reporting;

public sealed class ReleasePlanOutputTests
{
    private static readonly ReleasePlan _plan = new(
    [
        Plans.Chart("a", ("oci://one.example", ReleaseAction.Publish), ("oci://two.example", ReleaseAction.Skip)),
        Plans.Chart("b", ("oci://one.example", ReleaseAction.Refuse)),
    ]);

    [Fact]
    public void The_plan_as_JSON_says_what_and_why_for_each_target()
    {
        using var json = JsonDocument.Parse(ReleasePlanJson.Serialize(_plan));

        Assert.Equal(1, json.RootElement.GetProperty("schemaVersion").GetInt32());
        var chart = json.RootElement.GetProperty("charts")[0];
        Assert.Equal(["name", "version", "path", "revision", "archiveDigest", "action", "targets"], chart.EnumerateObject().Select(property => property.Name));
        Assert.Equal("publish", chart.GetProperty("action").GetString());
        Assert.Equal(Packages.Origin.Commit, chart.GetProperty("revision").GetString());
        var target = chart.GetProperty("targets")[1];
        Assert.Equal(
            ["oci://two.example", "oci://two.example/a:1.2.3", "skip", "why Skip"],
            target.EnumerateObject().Select(property => property.Value.GetString()));
    }

    [Fact]
    public void The_plan_as_Markdown_has_a_row_per_chart_and_target() => Assert.Equal(
        """
        | Chart | Version | Action | Why | Target |
        |---|---|---|---|---|
        | a | 1.2.3 | publish | why Publish | `oci://one.example/a:1.2.3` |
        | a | 1.2.3 | skip | why Skip | `oci://two.example/a:1.2.3` |
        | b | 1.2.3 | refuse | why Refuse | `oci://one.example/b:1.2.3` |

        """.ReplaceLineEndings("\n"),
        ReleasePlanMarkdown.Render(_plan));
}
