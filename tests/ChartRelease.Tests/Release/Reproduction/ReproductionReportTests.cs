using System.Text;
using System.Text.Json.Nodes;
using ChartRelease.Oci;
using ChartRelease.Release.Reproduction;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reproduction;

public sealed class ReproductionReportTests
{
    private static readonly ReproductionReport _report = new(
        [
            new ReproducedChart
            {
                Chart = "app",
                Version = "1.0.0",
                Target = "oci://registry.example/charts",
                Reference = "oci://registry.example/charts/app:1.0.0",
                Outcome = ReproductionOutcome.Different,
                Commit = Packages.Origin.Commit,
                Published = Digest.Of("published"u8),
                Rebuilt = Digest.Of("rebuilt"u8),
                Differences =
                [
                    new(DifferenceKind.File, "values.yaml", "1 bytes", null) { Diff = "@@ -1 +1 @@\n-```\n+b" },
                    new(DifferenceKind.EntryHeader, "mode", "755", "644") { Entries = 2 },
                    new(DifferenceKind.Annotation, "evil\u001b[2J", "a\nb", "` | <b>"),
                ],
                Failure = new Failure(FailureReason.VerificationFailed, "It differs.", "Not.", "Look."),
            },
        ],
        [new Failure(FailureReason.NotFound, "None there.", "Some.", "Publish.")]);

    [Fact]
    public void Json_has_every_fact() => Assert.True(JsonNode.DeepEquals(
        JsonNode.Parse($$"""
            {
              "schemaVersion": 1,
              "charts": [
                {
                  "name": "app", "version": "1.0.0", "target": "oci://registry.example/charts", "reference": "oci://registry.example/charts/app:1.0.0",
                  "outcome": "different", "commit": "{{Packages.Origin.Commit}}",
                  "publishedDigest": "{{Digest.Of("published"u8)}}", "rebuiltDigest": "{{Digest.Of("rebuilt"u8)}}",
                  "differences": [
                    {"kind": "file", "content": true, "name": "values.yaml", "published": "1 bytes", "rebuilt": null, "entries": 0, "diff": "@@ -1 +1 @@\n-```\n+b"},
                    {"kind": "entryHeader", "content": false, "name": "mode", "published": "755", "rebuilt": "644", "entries": 2, "diff": null},
                    {"kind": "annotation", "content": false, "name": "evil\u001b[2J", "published": "a\nb", "rebuilt": "` | <b>", "entries": 0, "diff": null}
                  ],
                  "failure": {"reason": "VerificationFailed", "found": "It differs.", "expected": "Not.", "next": "Look."}
                }
              ],
              "failures": [{"reason": "NotFound", "found": "None there.", "expected": "Some.", "next": "Publish."}]
            }
            """),
        JsonNode.Parse(Encoding.UTF8.GetString(ReproductionReportJson.Serialize(_report)))));

    [Fact]
    public void Markdown_shows_what_a_chart_says_and_does_not_render_it()
    {
        var text = ReproductionReportMarkdown.Render(_report);

        Assert.Contains("| app | 1.0.0 | other content | `123456789012` | `oci://registry.example/charts/app:1.0.0` |", text, StringComparison.Ordinal);
        Assert.Contains("\n  ````diff\n  @@ -1 +1 @@\n  -```\n  +b\n  ````\n", text, StringComparison.Ordinal);
        Assert.Contains("- `` annotation evil\\u001b[2J: published a\\u000ab, rebuilt ` | <b> ``\n", text, StringComparison.Ordinal);
        Assert.Contains("tar header, mode of 2 files: published 755, rebuilt 644", text, StringComparison.Ordinal);
        Assert.Contains("None there.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_difference_has_words_and_a_report_fails_with_all_of_them()
    {
        Assert.All(Enum.GetValues<DifferenceKind>(), kind => Assert.NotEmpty(ReproductionWords.Of(new Difference(kind, "name", "a", "b"))));
        Assert.Contains("2 failures", ReleaseAssert.Fails(FailureReason.NotFound, _report.ThrowIfFailed).Found, StringComparison.Ordinal);
    }
}
