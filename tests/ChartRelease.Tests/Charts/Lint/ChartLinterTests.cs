using ChartRelease.Charts.Lint;

namespace ChartRelease.Tests.Charts.Lint;

public sealed class ChartLinterTests
{
    private const string Head = "apiVersion: v2\nname: demo\nversion: 1.2.3\nappVersion: \"1\"\nicon: https://example.com/i.svg\nmaintainers:\n- name: A\n";

    private const string Dependency = "dependencies:\n- name: sub\n  version: 0.1.0\n  repository: https://example.com\n";

    /// <summary>For each rule a chart that breaks it: id, file, content, line of the finding.</summary>
    public static TheoryData<string, string, string, int> Broken => new()
    {
        { "CR001", "Chart.yaml", "a: b: c", 1 },
        { "CR001", "Chart.yaml", "- a", 1 },
        { "CR002", "Chart.yaml", Head + "name: demo\n", 8 },
        { "CR003", "Chart.yaml", Head.Replace("version: 1.2.3", "# none", StringComparison.Ordinal), 0 },
        { "CR003", "Chart.yaml", Head.Replace("name: demo", "name: ''", StringComparison.Ordinal), 2 },
        { "CR004", "Chart.yaml", Head + "keywords: a\n", 8 },
        { "CR004", ".helmignore", "a/**", 1 },
        { "CR005", "Chart.yaml", Head.Replace("1.2.3", "v1.2.3", StringComparison.Ordinal), 3 },
        { "CR005", "Chart.yaml", Head.Replace("1.2.3", "1.10", StringComparison.Ordinal), 3 },
        { "CR005", "Chart.yaml", Head.Replace("1.2.3", "01.2.3", StringComparison.Ordinal), 3 },
        { "CR005", "Chart.yaml", Head.Replace("1.2.3", "1.2.3-rc.01", StringComparison.Ordinal), 3 },
        { "CR006", "Chart.yaml", Head.Replace("demo", "other", StringComparison.Ordinal), 2 },
        { "CR007", "Chart.yaml", Head.Replace("demo", "Demo_1", StringComparison.Ordinal), 2 },
        { "CR008", "Chart.yaml", Head.Replace("v2", "v3", StringComparison.Ordinal), 1 },
        { "CR009", "Chart.yaml", Head.Replace("v2", "v1", StringComparison.Ordinal), 1 },
        { "CR010", "Chart.yaml", Head.Replace("\"1\"", "1.10", StringComparison.Ordinal), 4 },
        { "CR010", "Chart.yaml", Head.Replace("\"1\"", "1234567e3", StringComparison.Ordinal), 4 },
        { "CR011", "Chart.yaml", Head.Replace("\"1\"", "v1.0.0", StringComparison.Ordinal), 4 },
        { "CR012", "Chart.yaml", Head + "type: app\n", 8 },
        { "CR013", "Chart.yaml", Head + Dependency, 8 },
        { "CR013", "Chart.lock", "dependencies: []\ndigest: sha256:0\n", 0 },
        { "CR016", "values.yaml", "a: b: c\n", 1 },
        { "CR016", "values.yaml", "- a\n", 1 },
        { "CR017", "values.yaml", "a:\n  b: 1\n  b: 2\n", 3 },
        { "CR018", "values.schema.json", "{\n\"a\": }", 2 },
        { "CR018", "values.schema.json", "[]", 1 },
        { "CR019", "files/large.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", 0 },
        { "CR020", "back\\slash", "", 0 },
        { "CR021", "requirements.yaml", "", 0 },
        { "CR022", "Chart.yaml", Head + "appversion: x\n", 8 },
        { "CR023", "Chart.yaml", Head.Replace("icon", "home", StringComparison.Ordinal), 0 },
        { "CR024", "Chart.yaml", Head.Replace("maintainers:\n- name: A\n", "", StringComparison.Ordinal), 0 },
        { "CR025", "Chart.yaml", Head + Dependency + Dependency.Replace("dependencies:\n", "", StringComparison.Ordinal), 8 },
    };

    private static MemoryChartSource Good() => MemoryChartSource.Demo().Add("Chart.yaml", Head).Add("values.schema.json", "{}");

    private static IReadOnlyList<LintFinding> Lint(MemoryChartSource source) => ChartLinter.Lint(source, MemoryChartSource.Folder);

    [Fact]
    public void A_schema_that_is_no_JSON_is_told_with_the_reason_and_no_second_place()
    {
        var finding = Assert.Single(Lint(Good().Add("values.schema.json", "{\n\"a\": }")), finding => finding.RuleId == "CR018");

        Assert.Contains("'}' is an invalid start of a value", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_good_chart_has_no_findings() => Assert.Empty(Lint(Good()));

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_rule_is_found_at_its_place(string id, string file, string content, int line)
    {
        var finding = Assert.Single(Lint(Good().Add(file, content)), finding => finding.RuleId == id);
        Assert.Equal(new SourceLocation($"{MemoryChartSource.Folder}/{file}", line), finding.Location);
        Assert.Equal(LintRules.All.Single(rule => rule.Id == id).Severity, finding.Severity);
    }

    [Fact]
    public void Locked_dependencies_that_are_not_there_or_in_another_version_are_found()
    {
        const string Digest = "sha256:DIGEST";
        var source = Good().Add("Chart.yaml", Head + Dependency).Add("Chart.lock", Dependency + "digest: " + Digest + "\n").Add("charts/sub/Chart.yaml", "name: sub\nversion: 0.0.9\n");
        Assert.Contains(Lint(source), finding => finding.RuleId == "CR013");

        var json = """{"name":"sub","version":"0.1.0","repository":"https://example.com"}""";
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"[[{json}],[{json}]]")));
        source.Add("Chart.lock", Dependency + "digest: sha256:" + digest + "\n");
        Assert.Equal(["CR014", "CR015"], Lint(source).Select(finding => finding.RuleId));
    }

    [Fact]
    public void An_archive_in_charts_that_cannot_be_read_is_found()
    {
        var json = """{"name":"sub","version":"0.1.0","repository":"https://example.com"}""";
        var digest = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"[[{json}],[{json}]]")));
        var source = Good().Add("Chart.yaml", Head + Dependency).Add("Chart.lock", Dependency + "digest: sha256:" + digest + "\n").Add("charts/sub-0.1.0.tgz", "x");

        var finding = Assert.Single(Lint(source));

        Assert.Equal(("CR015", $"{MemoryChartSource.Folder}/charts/sub-0.1.0.tgz"), (finding.RuleId, finding.Location.File));
    }

    [Fact]
    public void Every_rule_is_broken_by_some_test() =>
        Assert.Equal(LintRules.All.Select(rule => rule.Id), Broken.Select(row => row.Data.Item1).Append("CR014").Append("CR015").Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Broken_yaml_does_not_hide_what_is_wrong_elsewhere() =>
        Assert.Equal(["CR001", "CR017"], Lint(Good().Add("Chart.yaml", "a: [").Add("values.yaml", "a: 1\na: 2\n")).Select(finding => finding.RuleId));

    [Fact]
    public void All_findings_are_shown_in_the_order_of_the_files() =>
        Assert.Equal(
            ["CR023", "CR024", "CR006", "CR007", "CR005", "CR017", "CR017"],
            Lint(Good().Add("Chart.yaml", "apiVersion: v2\nname: O_\nversion: 1\n").Add("values.yaml", "a: 1\na: 2\na: 3\n")).Select(finding => finding.RuleId));

    [Fact]
    public void A_folder_without_a_chart_is_a_finding() =>
        Assert.Equal("CR001", Assert.Single(ChartLinter.Lint(new MemoryChartSource(), MemoryChartSource.Folder)).RuleId);
}
