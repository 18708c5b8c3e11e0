using System.Text.RegularExpressions;
using ChartRelease.Integration.Pipeline;
using ChartRelease.Processes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Reproducibility;

/// <summary>Follows docs/reproducibility.md: its commands are run as they stand there.</summary>
public sealed partial class PageTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_is_checked_with_the_commands_of_the_page_and_a_changed_one_is_noticed()
    {
        using var repository = ReleaseRepository.Of(await GoldenChart.ImportAsync());
        HostAssert.Succeeded(await repository.RunAsync("--target=Push", "--exclusive"));

        var good = await FollowAsync(repository);
        Assert.True(good.ExitCode == 0, good.Words);
        Assert.Contains($"agentapi-proxy 0.1.0 is what commit {GoldenChart.Commit} holds", good.Output, StringComparison.Ordinal);

        // The same release, of a commit that says something else.
        repository.Git.Write("helm/agentapi-proxy/values.yaml", "replicaCount: 666\n");
        await repository.Git.RunAsync("commit", "--quiet", "--all", "--amend", "--no-edit");
        var manifest = Directory.EnumerateFiles(repository.Git.Combine("artifacts/registry/agentapi-proxy/blobs/sha256"))
            .First(file => File.ReadAllText(file).Contains(GoldenChart.Commit, StringComparison.Ordinal));
        var changed = (await File.ReadAllTextAsync(manifest, Stop)).Replace(GoldenChart.Commit, await repository.Git.HeadAsync(), StringComparison.Ordinal);
        await File.WriteAllTextAsync(manifest, changed, Stop);

        Assert.NotEqual(0, (await FollowAsync(repository)).ExitCode);
        Assert.NotEqual(0, (await FollowAsync(repository, skip: "sha256sum --check")).ExitCode);
    }

    private static async Task<ProcessResult> FollowAsync(ReleaseRepository repository, string? skip = null)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(TestTools.RepositoryRoot, "docs", "reproducibility.md"), Stop);
        var script = string.Join('\n', Block().Matches(page).Select(block => block.Groups["commands"].Value));
        Assert.Contains("cmp ", script, StringComparison.Ordinal);
        var request = new ProcessRequest("bash", ["-c", $"set -euo pipefail\n{(skip is null ? script : script.Replace(skip, "cat", StringComparison.Ordinal))}"])
        {
            WorkingDirectory = repository.Git.Path,
            Environment = new Dictionary<string, string?> { ["TMPDIR"] = HostSetup.Temporary(repository.Home) },
        };
        return await ProcessRunner.RunAsync(request, Stop);
    }

    [GeneratedRegex("^```bash\n(?<commands>.+?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
