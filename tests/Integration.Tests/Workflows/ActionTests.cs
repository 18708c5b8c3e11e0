using System.Text.RegularExpressions;
using ChartRelease.Integration.Pipeline;
using ChartRelease.Testing;
using YamlDotNet.RepresentationModel;

namespace ChartRelease.Integration.Workflows;

/// <summary>The composite action, its step run as GitHub runs it: with its variables, and its inputs where action.yml puts them.</summary>
public sealed partial class ActionTests
{
    private static readonly YamlMappingNode _action = Load();

    private static YamlMappingNode Step => (YamlMappingNode)_action["runs"]["steps"][0];

    [Fact]
    public async Task A_workflow_publishes_without_any_code()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var (run, outputs) = await RunAsync(repository, ("registry", "oci-layout:out"), ("arguments", "--parallelism=2\n\n--artifacts=artifacts\n"));

        HostAssert.Succeeded(run);
        Assert.True(File.Exists(repository.Git.Combine("out/demo/index.json")));
        Assert.Equal(["published=demo-0.1.0", "skipped=", $"report={Path.Combine(repository.Git.Path, "artifacts/release.json")}"], outputs);
    }

    [Fact]
    public async Task An_input_is_an_argument_whatever_it_holds()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var (run, outputs) = await RunAsync(repository, ("target", "Package"), ("arguments", "--artifacts=it's \"$(id)\" `id`; x"));

        HostAssert.Succeeded(run);
        Assert.True(File.Exists(repository.Git.Combine("it's \"$(id)\" `id`; x/charts/demo-0.1.0.tgz")));
        Assert.Empty(outputs);
    }

    [Fact]
    public async Task A_failure_fails_the_step_and_an_old_report_is_not_taken_for_its_own()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("artifacts/release.json", "{}");

        var (run, outputs) = await RunAsync(repository, ("target", "Publsh"));

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(outputs);
    }

    [Fact]
    public void Every_input_reaches_the_script_and_no_expression_stands_in_it()
    {
        var inputs = ((YamlMappingNode)_action["inputs"]).Children.Keys.Select(name => name.ToString());
        var used = ((YamlMappingNode)Step["env"]).Children.Values.Select(value => Expression().Match(value.ToString()).Groups["input"].Value);

        Assert.Equal(inputs.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
        Assert.DoesNotContain("${{", Step["run"].ToString(), StringComparison.Ordinal);
    }

    private static async Task<(HostResult Run, IReadOnlyList<string> Outputs)> RunAsync(ReleaseRepository repository, params (string Name, string Value)[] inputs)
    {
        var output = Path.Combine(repository.Home, "output");
        await File.WriteAllTextAsync(output, "", TestContext.Current.CancellationToken);
        repository.With("GITHUB_ACTIONS", "true").With("GITHUB_OUTPUT", output).With("GITHUB_STEP_SUMMARY", Path.Combine(repository.Home, "summary"))
            .With("GITHUB_WORKSPACE", repository.Git.Path).With("GITHUB_ACTION_PATH", TestTools.RepositoryRoot);
        foreach (var (name, value) in ((YamlMappingNode)Step["env"]).Children)
        {
            var input = Expression().Match(value.ToString()).Groups["input"].Value;
            repository.With(name.ToString(), inputs.FirstOrDefault(given => given.Name == input).Value ?? Default(input));
        }

        var run = await ReleaseHost.RunScriptAsync(repository.Setup, Step["run"].ToString());
        return (run, await File.ReadAllLinesAsync(output, TestContext.Current.CancellationToken));
    }

    // The default of the token is an expression, which would be a token of the job.
    private static string Default(string input) => _action["inputs"][input]["default"].ToString() is var text && text.Contains("${{", StringComparison.Ordinal) ? "" : text;

    private static YamlMappingNode Load()
    {
        var stream = new YamlStream();
        using var reader = new StreamReader(Path.Combine(TestTools.RepositoryRoot, "action.yml"));
        stream.Load(reader);
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }

    [GeneratedRegex(@"^\$\{\{ inputs\.(?<input>[a-z-]+) \}\}$")]
    private static partial Regex Expression();
}
