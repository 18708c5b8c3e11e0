using System.Text.Json;
using ChartRelease.Git;
using ChartRelease.Release.History;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Reporting;
using ChartRelease.Tests.Release.Support;
using Semver;

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
        | Chart | Version | Released | Changes | Next | Action | Why | Target |
        |---|---|---|---|---|---|---|---|
        | a | 1.2.3 |  |  |  | publish | why Publish | `oci://one.example/a:1.2.3` |
        | a | 1.2.3 |  |  |  | skip | why Skip | `oci://two.example/a:1.2.3` |
        | b | 1.2.3 |  |  |  | refuse | why Refuse | `oci://one.example/b:1.2.3` |

        """.ReplaceLineEndings("\n"),
        ReleasePlanMarkdown.Render(_plan));

    [Fact]
    public void What_changed_is_part_of_the_JSON()
    {
        using var json = JsonDocument.Parse(ReleasePlanJson.Serialize(Changed()));

        var chart = json.RootElement.GetProperty("charts")[0];
        Assert.Equal("bump-needed", chart.GetProperty("action").GetString());
        Assert.Equal(("1.2.3", "a-1.2.3"), (chart.GetProperty("released").GetString(), chart.GetProperty("releasedTag").GetString()));
        Assert.Equal(3, chart.GetProperty("changes").GetProperty("count").GetInt32());
        Assert.Equal("{\"fix\":2,\"feat\":1}", JsonSerializer.Serialize(chart.GetProperty("changes").GetProperty("kinds")));
        Assert.Equal("1.3.0", chart.GetProperty("nextVersion").GetString());
        Assert.Equal(["a: look"], json.RootElement.GetProperty("notices").EnumerateArray().Select(notice => notice.GetString()));
    }

    [Fact]
    public void What_changed_is_part_of_the_Markdown() => Assert.EndsWith(
        """
        | a | 1.2.3 | 1.2.3 | 3 (2 fix, 1 feat) | 1.3.0 | bump-needed | changed since 1.2.3, why Refuse; 1.3.0 for "feat: one \| two" | `oci://one.example/a:1.2.3` |

        > a: look

        """.ReplaceLineEndings("\n"),
        ReleasePlanMarkdown.Render(Changed()));

    private static ReleasePlan Changed()
    {
        var last = new KnownRelease(SemVersion.Parse("1.2.3")) { Tag = "a-1.2.3", Commit = "1", IsAncestor = true };
        var history = new ChartHistory
        {
            Name = "a",
            Folder = "helm/a",
            Version = last.Version,
            Releases = [last],
            LastRelease = last,
            Base = last,
            HasChanged = true,
            Commits = [.. new[] { "fix: three", "feat: one | two", "fix: four" }.Select((subject, index) => new ChartCommit(new GitCommit($"{index}", default, "", subject), true))],
            Notices = ["look"],
        };
        return ForecastPlan.Add(new ReleasePlan([Plans.Chart("a", ("oci://one.example", ReleaseAction.Refuse))]), new ReleaseHistory("1", [history], []), []);
    }
}
