using System.Text;
using System.Text.Json.Nodes;
using ChartRelease.Release.Promotion;

namespace ChartRelease.Tests.Release.Promotion;

public sealed class PromotionReportTests
{
    [Fact]
    public async Task The_JSON_has_the_members_that_are_promised()
    {
        await using var given = new Promotions();
        var manifest = await Promotions.PublishAsync(given.Source, "app", "1.0.0");

        var json = JsonNode.Parse(PromotionReportJson.Serialize(await given.PromoteAsync("app", "1.0.0", "2.0.0")))!;

        Assert.Equal(["schemaVersion", "from", "charts", "failures"], Names(json));
        Assert.Equal("oci://source.example/charts", json["from"]!.GetValue<string>());
        var chart = Assert.Single(json["charts"]!.AsArray())!;
        Assert.Equal(
            ["name", "version", "target", "reference", "action", "why", "sourceDigest", "manifestDigest", "referrersCopied", "bytesSent", "failure"],
            Names(chart));
        Assert.Equal("copied", chart["action"]!.GetValue<string>());
        Assert.Equal(manifest.Descriptor.Digest.Value, chart["manifestDigest"]!.GetValue<string>());
        Assert.Equal(manifest.Manifest.Layers[0].Size + manifest.Manifest.Config.Size + manifest.Descriptor.Size, chart["bytesSent"]!.GetValue<long>());
        Assert.Null(chart["failure"]);
        var failure = Assert.Single(json["failures"]!.AsArray())!;
        Assert.Equal(["reason", "found", "expected", "next"], Names(failure));
        Assert.Equal("NotFound", failure["reason"]!.GetValue<string>());

        static IEnumerable<string> Names(JsonNode node) => node.AsObject().Select(member => member.Key);
    }

    [Fact]
    public async Task Two_runs_write_the_same_bytes()
    {
        await using var given = new Promotions();
        await Promotions.PublishAsync(given.Source, "b", "1.0.0");
        await Promotions.PublishAsync(given.Source, "a", "1.0.0");
        await given.PromoteAsync("a,b");

        Assert.Equal(
            Encoding.UTF8.GetString(PromotionReportJson.Serialize(await given.PromoteAsync("b,a"))),
            Encoding.UTF8.GetString(PromotionReportJson.Serialize(await given.PromoteAsync("a,b"))));
    }

    [Fact]
    public async Task Markdown_has_a_row_per_chart_and_every_failure()
    {
        await using var given = new Promotions();
        await Promotions.PublishAsync(given.Source, "app", "1.0.0");
        await Promotions.PublishAsync(given.Destination, "app", "1.0.0", archive: "other");

        var text = PromotionReportMarkdown.Render(await given.PromoteAsync("app"));

        Assert.Contains("| app | 1.0.0 | refused |", text, StringComparison.Ordinal);
        Assert.Contains("different content under one version", text, StringComparison.Ordinal);
    }
}
