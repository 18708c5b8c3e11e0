using System.Text;
using ChartRelease.Charts;
using CsCheck;

namespace ChartRelease.Tests.Charts;

public sealed class ChartYamlEditorTests
{
    private const string File = "charts/demo/Chart.yaml";

    private static string Edit(string yaml, string? version, string? appVersion) =>
        Encoding.UTF8.GetString(ChartYamlEditor.Edit(Encoding.UTF8.GetBytes(yaml), File, new ChartYamlChange { Version = version, AppVersion = appVersion }));

    [Theory]
    [InlineData("name: a\nversion: 1.0.0\n", "name: a\nversion: 2.0.0\n")]
    [InlineData("version: '1.0.0' # why\nname: a", "version: '2.0.0' # why\nname: a")]
    [InlineData("name: é😀\r\nversion:   \"1.0.0\"   \r\n# end", "name: é😀\r\nversion:   \"2.0.0\"   \r\n# end")]
    [InlineData("\uFEFFversion: 1.0.0\nname: a\n", "\uFEFFversion: 2.0.0\nname: a\n")]
    [InlineData("\"version\": 1.0.0", "\"version\": 2.0.0")]
    [InlineData("a:\n  version: 1.0.0\nversion: 1.0.0\n", "a:\n  version: 1.0.0\nversion: 2.0.0\n")]
    [InlineData("# version: 1.0.0\n---\nversion: 1.0.0\n...\n", "# version: 1.0.0\n---\nversion: 2.0.0\n...\n")]
    public void Only_the_version_changes(string before, string after) => Assert.Equal(after, Edit(before, "2.0.0", null));

    [Theory]
    [InlineData("version: 1.0.0\nname: a\n", "version: 2.0.0\nappVersion: \"v3\"\nname: a\n")]
    [InlineData("version: 1.0.0 # c\r\nname: a\r\n", "version: 2.0.0 # c\r\nappVersion: \"v3\"\r\nname: a\r\n")]
    [InlineData("name: a\nversion: 1.0.0", "name: a\nversion: 2.0.0\nappVersion: \"v3\"")]
    [InlineData("version: 1.0.0", "version: 2.0.0\nappVersion: \"v3\"")]
    [InlineData("appVersion: 1.0.0\nversion: 1.0.0\n", "appVersion: v3\nversion: 2.0.0\n")]
    [InlineData("appVersion:\nversion: 1.0.0\n", "appVersion: \"v3\"\nversion: 2.0.0\n")]
    [InlineData("appVersion:   # none\nversion: 1.0.0\n", "appVersion: \"v3\"   # none\nversion: 2.0.0\n")]
    [InlineData("appVersion: ~\nversion: 1.0.0\n", "appVersion: v3\nversion: 2.0.0\n")]
    [InlineData("appVersion: \"\"\nversion: 1.0.0\n", "appVersion: \"v3\"\nversion: 2.0.0\n")]
    public void The_application_version_changes_or_is_added_after_the_version(string before, string after) =>
        Assert.Equal(after, Edit(before, "2.0.0", "v3"));

    [Theory]
    [InlineData("1.10", "appVersion: \"1.10\"\n")]
    [InlineData("1e5", "appVersion: \"1e5\"\n")]
    [InlineData("yes", "appVersion: \"yes\"\n")]
    [InlineData("2024-01-02", "appVersion: \"2024-01-02\"\n")]
    [InlineData("a: b", "appVersion: \"a: b\"\n")]
    [InlineData("a\"\\b", "appVersion: \"a\\\"\\\\b\"\n")]
    [InlineData("v1.2.3", "appVersion: v1.2.3\n")]
    public void A_plain_value_is_quoted_when_yaml_would_read_something_else(string appVersion, string after) =>
        Assert.Equal(after, Edit("appVersion: 1.0.0\n", null, appVersion));

    [Theory]
    [InlineData("version: &v 1.0.0\nappVersion: *v\n")]
    [InlineData("a: &v 1.0.0\nversion: *v\n")]
    [InlineData("version: !!str 1.0.0\n")]
    [InlineData("version: >\n  1.0.0\n")]
    [InlineData("version: |-\n  1.0.0\n")]
    [InlineData("version: \"1.0\n  .0\"\n")]
    [InlineData("{version: 1.0.0}\n")]
    [InlineData("version: [1]\n")]
    [InlineData("version: 1.0.0\nversion: 1.0.0\n")]
    [InlineData("name: a\n")]
    [InlineData("- a\n")]
    [InlineData("a: &b\n  version: 1.0.0\n<<: *b\n")]
    public void What_cannot_be_edited_exactly_is_refused(string yaml) =>
        Assert.Equal(FailureReason.InvalidChart, Assert.Throws<ChartReleaseException>(() => Edit(yaml, "2.0.0", null)).Reason);

    [Theory]
    [InlineData("")]
    [InlineData(" 1.0.0")]
    [InlineData("1.0.0\nevil: true")]
    public void A_value_that_cannot_stand_on_one_line_is_refused(string value) =>
        Assert.Equal(FailureReason.InvalidVersion, Assert.Throws<ChartReleaseException>(() => Edit("version: 1.0.0\n", value, null)).Reason);

    [Fact]
    public void Nothing_to_edit_changes_nothing() => Assert.Equal("version: 1.0.0 # x", Edit("version: 1.0.0 # x", null, null));

    [Fact]
    public void Everything_but_the_values_survives_every_layout()
    {
        var newLine = Gen.OneOf("\n", "\r\n");
        var quote = Gen.OneOf("", "'", "\"");
        var filler = Gen.OneOf("# ключ: 😀", "name: \"é\\t\"", "home: https://example.com/#a", "keywords: [version, 'a b']", "description: >-\n  version: 0\n", "", "annotations:\n  version: 1.0.0\n  appVersion: x\n");
        Gen.Select(Gen.Bool, newLine, quote, quote, filler.Array[0, 5], Gen.OneOf("", "   ", " # c"), Gen.Bool)
            .Sample((bom, end, versionQuote, appQuote, fillers, trailing, last) =>
            {
                var lines = fillers.Distinct().Select(line => line.Replace("\n", end, StringComparison.Ordinal)).ToList();
                string Build(string version, string app) => (bom ? "\uFEFF" : "")
                    + string.Join(end, [.. lines.Take(2), $"version: {versionQuote}{version}{versionQuote}{trailing}", .. lines.Skip(2), $"appVersion:  {appQuote}{app}{appQuote}{trailing}"])
                    + (last ? end : "");
                Assert.Equal(Build("2.0.0-rc.1+b", "v10.0.0"), Edit(Build("1.0.0", "9.9.9"), "2.0.0-rc.1+b", "v10.0.0"));
            });
    }
}
