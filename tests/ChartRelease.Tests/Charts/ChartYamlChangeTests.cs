using System.Text;
using ChartRelease.Charts;
using ChartRelease.Charts.Dependencies;

namespace ChartRelease.Tests.Charts;

public sealed class ChartYamlChangeTests
{
    private const string File = "charts/demo/Chart.yaml";
    private static readonly string[] _lines = ["- kind: added", "  description: \"a: b\"", "", "- kind: fixed"];

    [Theory]
    [InlineData("dependencies:\n- name: a\n  version: 1.0.0 # keep\n- name: b\n  version: \"^1.0.0\"\n", "1.1.0", "^1.2.0",
        "dependencies:\n- name: a\n  version: 1.1.0 # keep\n- name: b\n  version: \"^1.2.0\"\n")]
    [InlineData("dependencies:\r\n  - {name: a, version: '1.0.0'}\r\n  - version: ~1.0.0\r\n    name: b", "1.1.0", "~1.2.0",
        "dependencies:\r\n  - {name: a, version: '1.1.0'}\r\n  - version: ~1.2.0\r\n    name: b")]
    public void Versions_of_dependencies_change_alone(string before, string first, string second, string after) => Assert.Equal(
        after, Edit(before, new ChartYamlChange { DependencyVersions = new Dictionary<int, string> { [0] = first, [1] = second } }));

    [Theory]
    [InlineData("dependencies:\n- name: a\n")]
    [InlineData("dependencies: []\n")]
    [InlineData("dependencies:\n- &a\n  name: a\n  version: 1.0.0\n- *a\n")]
    [InlineData("name: a\n")]
    public void A_dependency_that_cannot_be_edited_exactly_is_refused(string yaml) => Assert.Equal(
        FailureReason.InvalidChart,
        Assert.Throws<ChartReleaseException>(
            () => Edit(yaml, new ChartYamlChange { DependencyVersions = new Dictionary<int, string> { [0] = "1.0.0" } })).Reason);

    [Theory]
    [InlineData("name: a\n", "name: a\nannotations:\n  artifacthub.io/changes: |\n    BLOCK\n")]
    [InlineData("name: a\nversion: b # c", "name: a\nversion: b # c\nannotations:\n  artifacthub.io/changes: |\n    BLOCK\n")]
    [InlineData("annotations:\nname: a\n", "annotations:\n  artifacthub.io/changes: |\n    BLOCK\nname: a\n")]
    [InlineData("annotations:\n    x: y # c\nname: a\n", "annotations:\n    x: y # c\n    artifacthub.io/changes: |\n      BLOCK\nname: a\n")]
    [InlineData("annotations:\n  x: |\n    text\n\nname: a\n", "annotations:\n  x: |\n    text\n  artifacthub.io/changes: |\n    BLOCK\n\nname: a\n")]
    [InlineData("annotations:\n  artifacthub.io/changes: |\n    - old\n    - older\n\n  x: y\n", "annotations:\n  artifacthub.io/changes: |\n    BLOCK\n\n  x: y\n")]
    [InlineData("annotations:\n  artifacthub.io/changes: \"- old\\n\" # c\n  x: y\n", "annotations:\n  artifacthub.io/changes: |\n    BLOCK # c\n  x: y\n", true)]
    [InlineData("annotations:\n  artifacthub.io/changes:\nname: a\n", "annotations:\n  artifacthub.io/changes: |\n    BLOCK\nname: a\n")]
    [InlineData("annotations:\n  artifacthub.io/changes: >-\n    - old\n", "annotations:\n  artifacthub.io/changes: |\n    BLOCK\n")]
    [InlineData("annotations: {}\n", "", true)]
    [InlineData("annotations: {x: y}\n", "", true)]
    [InlineData("annotations: &a\n  x: y\nb: *a\n", "annotations: &a\n  x: y\n  artifacthub.io/changes: |\n    BLOCK\nb: *a\n")]
    public void The_changes_become_a_block_of_text(string before, string after, bool refused = false)
    {
        foreach (var lineEnd in (string[])["\n", "\r\n"])
        {
            var change = new ChartYamlChange { ArtifactHubChanges = _lines };
            var input = before.ReplaceLineEndings(lineEnd);
            if (refused)
            {
                Assert.Equal(FailureReason.InvalidChart, Assert.Throws<ChartReleaseException>(() => Edit(input, change)).Reason);
                continue;
            }

            var indentation = after.Split('\n').First(line => line.TrimStart() == "BLOCK").Replace("BLOCK", "", StringComparison.Ordinal);
            var block = string.Join("\n", _lines.Select((line, index) => line.Length == 0 || index == 0 ? line : indentation + line));
            var once = Edit(input, change);
            Assert.Equal(after.Replace("BLOCK", block, StringComparison.Ordinal).ReplaceLineEndings(lineEnd), once);
            Assert.Equal(once, Edit(once, change));
        }
    }

    [Fact]
    public void Everything_can_change_at_once() => Assert.Equal(
        """
        name: a
        version: 2.0.0
        appVersion: "v2"
        dependencies:
          - name: b
            version: ^3.0.0
        annotations:
          artifacthub.io/changes: |
            - kind: added

        """,
        Edit(
            """
            name: a
            version: 1.0.0
            appVersion: "v1"
            dependencies:
              - name: b
                version: ^2.0.0
            """,
            new ChartYamlChange
            {
                Version = "2.0.0",
                AppVersion = "v2",
                DependencyVersions = new Dictionary<int, string> { [0] = "^3.0.0" },
                ArtifactHubChanges = ["- kind: added"],
            }));

    [Fact]
    public void A_lock_gets_the_version_and_the_digest_alone()
    {
        ChartDependency[] before = [new() { Name = "common", Version = "~1.0.0", Repository = "file://../common" }];
        ChartDependency[] after = [before[0] with { Version = "~1.1.0" }];
        var text = Lock("1.0.0", DependencyDigest.Compute(before, [before[0] with { Version = "1.0.0" }]));

        var edited = DependencyLockEditor.Edit(
            Encoding.UTF8.GetBytes(text), "charts/demo/Chart.lock", before, after, new Dictionary<int, string> { [0] = "1.1.0" });

        Assert.Equal(Lock("1.1.0", DependencyDigest.Compute(after, [before[0] with { Version = "1.1.0" }])), Encoding.UTF8.GetString(edited));
    }

    private static string Lock(string version, string digest) =>
        $"dependencies:\n- name: common\n  repository: file://../common\n  version: {version}\ndigest: {digest}\ngenerated: \"2026-01-05T10:00:00.000000001Z\"\n";

    private static string Edit(string yaml, ChartYamlChange change) =>
        Encoding.UTF8.GetString(ChartYamlEditor.Edit(Encoding.UTF8.GetBytes(yaml), File, change));
}
