using System.Text.RegularExpressions;
using ChartRelease.Testing;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Integration.Workflows;

public sealed partial class WorkflowTests
{
    public static TheoryData<string> Files { get; } = [.. Directory.EnumerateFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(TestTools.RepositoryRoot, ".github", "workflows");

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is(string file)
    {
        var uses = File.ReadLines(Path.Combine(Folder, file)).Where(line => line.Contains("uses:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(uses);
        Assert.All(uses, line => Assert.Matches(PinnedAction(), line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_permission_is_given_to_every_job(string file)
    {
        var workflow = Load(file);

        Assert.Empty(((YamlMappingNode)workflow["permissions"]).Children);
        Assert.All(Jobs(workflow), job => Assert.Equal("read", job["permissions"]["contents"].ToString()));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_expression_is_written_into_a_script(string file)
    {
        var scripts = Steps(Load(file)).Where(step => step.Children.ContainsKey("run")).Select(step => step["run"].ToString()).ToList();

        Assert.NotEmpty(scripts);
        Assert.All(scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_checkout_has_the_whole_history_and_leaves_no_token_behind(string file)
    {
        var checkouts = Steps(Load(file))
            .Where(step => step.Children.TryGetValue("uses", out var action) && action.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(checkouts);
        Assert.All(checkouts, step =>
        {
            Assert.Equal("0", step["with"]["fetch-depth"].ToString());
            Assert.Equal("false", step["with"]["persist-credentials"].ToString());
        });
    }

    [Fact]
    public void Only_publishing_may_write_packages_and_only_for_a_tag()
    {
        var publish = Load("helm-publish.yml");

        Assert.Equal(["push"], ((YamlMappingNode)publish["on"]).Children.Keys.Select(key => key.ToString()));
        Assert.Equal("v*", publish["on"]["push"]["tags"][0].ToString());
        Assert.Equal("write", Assert.Single(Jobs(publish))["permissions"]["packages"].ToString());
        Assert.All(
            Files.Select(row => row.Data).Where(file => file != "helm-publish.yml").SelectMany(file => Jobs(Load(file))),
            job => Assert.DoesNotContain("packages", ((YamlMappingNode)job["permissions"]).Children.Keys.Select(key => key.ToString())));
    }

    [Fact]
    public void Only_the_job_that_pushes_packages_gets_a_key_and_only_for_a_tag()
    {
        var release = Load("release.yml");

        Assert.Equal("packages-v*", Assert.Single((YamlSequenceNode)release["on"]["push"]["tags"]).ToString());
        Assert.Equal(["push"], ((YamlMappingNode)release["jobs"]).Children
            .Where(job => ((YamlMappingNode)job.Value["permissions"]).Children.ContainsKey("id-token")).Select(job => job.Key.ToString()));
        Assert.Equal("packages", release["jobs"]["push"]["environment"].ToString());
    }

    private static YamlMappingNode Load(string file)
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Folder, file));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    private static IEnumerable<YamlNode> Jobs(YamlMappingNode workflow) => ((YamlMappingNode)workflow["jobs"]).Children.Values;

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode workflow) =>
        Jobs(workflow).SelectMany(job => ((YamlSequenceNode)job["steps"]).Children.Cast<YamlMappingNode>());

    [GeneratedRegex("uses: [A-Za-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$")]
    private static partial Regex PinnedAction();
}
