using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>What a run tells GitHub Actions.</summary>
public sealed class GitHubActionsTests
{
    [Fact]
    public async Task A_release_gives_groups_a_summary_and_outputs()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var (summary, output) = InActions(repository);

        var run = await repository.PublishAsync();

        HostAssert.Succeeded(run);
        foreach (var task in (string[])["Lint", "Package", "Login", "Push", "Verify"])
        {
            Assert.Contains($"::group::{task}\n", run.Output, StringComparison.Ordinal);
        }

        Assert.Equal(Count(run.Output, "::group::"), Count(run.Output, "::endgroup::"));
        Assert.Contains("| demo | 0.1.0 |", await ReadAsync(summary), StringComparison.Ordinal);
        Assert.Contains("helm install demo", await ReadAsync(summary), StringComparison.Ordinal);
        var outputs = await ReadAsync(output);

        // The runner reads one NAME=VALUE per line.
        Assert.Equal(["published=demo-0.1.0", "skipped="], outputs.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Every_finding_of_lint_is_annotated_at_its_line()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("helm/demo/Chart.yaml", SmallChart.Metadata(version: "1.0") + "version: 2\n");
        await repository.Git.CommitAsync();
        InActions(repository);

        var run = await repository.PublishAsync();

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"::error [^\n]*file=helm/demo/Chart\.yaml,[^\n]*line=\d+[^\n]*::", run.Output);
    }

    [Fact]
    public async Task A_failure_is_annotated_at_its_file()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");
        await repository.Git.CommitAsync();
        InActions(repository);

        var run = await repository.PublishAsync();

        HostAssert.Failed(run);
        Assert.Matches(@"::error [^\n]*file=helm/demo/Chart\.yaml[^\n]*::[^\n]*values\.yaml changed", run.Output);
    }

    private static (string Summary, string Output) InActions(ReleaseRepository repository)
    {
        var (summary, output) = (Path.Combine(repository.Home, "summary.md"), Path.Combine(repository.Home, "output"));
        File.WriteAllText(summary, "");
        File.WriteAllText(output, "");
        repository.With("GITHUB_ACTIONS", "true").With("CI", "true").With("GITHUB_STEP_SUMMARY", summary).With("GITHUB_OUTPUT", output);
        return (summary, output);
    }

    private static Task<string> ReadAsync(string path) => File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static int Count(string text, string word) => text.Split(word).Length - 1;
}
