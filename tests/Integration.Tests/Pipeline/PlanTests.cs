using System.Text.Json.Nodes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>The target Plan as pull requests and jobs use it, and Publish of a plan that was saved.</summary>
public sealed class PlanTests
{
    private const string Values = "helm/demo/values.yaml";

    [Fact]
    public async Task A_check_fails_until_the_version_of_what_changed_since_its_release_is_raised()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        await repository.Git.TagAsync("demo-0.1.0");
        var change = await ChangeAsync(repository, "feat: a shorter greeting");

        var run = await repository.RunAsync("--target=Plan", "--check");

        HostAssert.Failed(run, "demo changed since its release 0.1.0", $"{change[..8]} feat: a shorter greeting", "--target=BumpVersion", "--charts=helm/demo");
        Assert.Empty(repository.Snapshot());
        await RaiseAsync(repository);
        HostAssert.Succeeded(await repository.RunAsync("--target=Plan", "--check"));
    }

    [Fact]
    public async Task A_pull_request_is_checked_against_its_branch()
    {
        using var repository = await ReleaseRepository.CreateAsync("demo", "other");
        await repository.Git.RunAsync("checkout", "--quiet", "-b", "topic");
        await ChangeAsync(repository, "fix: a shorter greeting");

        var run = await repository.RunAsync("--target=Plan", "--check", "--since=main");

        HostAssert.Failed(run, "demo changed since main", "--target=BumpVersion");
        Assert.DoesNotContain("other changed", run.All, StringComparison.Ordinal);
        await RaiseAsync(repository);
        HostAssert.Succeeded(await repository.RunAsync("--target=Plan", "--check", "--since=main"));
        HostAssert.Failed(await repository.RunAsync("--target=Plan", "--check", "--since=nowhere"), "nowhere");
    }

    [Fact]
    public async Task Each_shard_writes_its_part_of_the_job_matrix_and_nothing_else_to_standard_output()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two", "three");

        List<string> charts = [];
        foreach (var shard in (string[])["1/2", "2/2"])
        {
            var run = await repository.RunAsync("--target=Plan", "--output=matrix", $"--shard={shard}");
            HostAssert.Succeeded(run);
            Assert.EndsWith("]}\n", run.Output, StringComparison.Ordinal);
            var jobs = JsonNode.Parse(run.Output)!["include"]!.AsArray();
            Assert.NotEmpty(jobs);
            charts.AddRange(jobs.Select(job => job!["charts"]!.GetValue<string>()));
        }

        Assert.Equal(["helm/one", "helm/three", "helm/two"], charts.Order());
    }

    [Fact]
    public async Task A_saved_plan_is_executed_and_refused_with_what_moved_when_the_world_moved_on()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var plan = await repository.RunAsync("--target=Plan", "--output=json");
        HostAssert.Succeeded(plan);
        repository.Git.Write("plan.json", plan.Output);

        HostAssert.Succeeded(await repository.PublishAsync("--plan=plan.json"));

        Assert.Equal("published", repository.Action());
        HostAssert.Succeeded(await repository.PublishAsync("--plan=plan.json"));
        Assert.Equal("skipped", repository.Action());
        var before = repository.Snapshot("artifacts/registry");
        var planned = await repository.Git.HeadAsync();
        await ChangeAsync(repository, "fix: a shorter greeting");
        await RaiseAsync(repository);
        var outdated = await repository.PublishAsync("--plan=plan.json");
        HostAssert.Failed(outdated, "plan.json", $"the commit was {planned[..12]}", "demo was 0.1.0 and is 0.1.1", "the archive of demo is another one", $"--commit={planned}");
        Assert.Equal(before, repository.Snapshot("artifacts/registry"));
    }

    private static Task<string> ChangeAsync(ReleaseRepository repository, string message)
    {
        repository.Git.Write(Values, "greeting: hi\n");
        return repository.Git.CommitAsync(message);
    }

    // By hand, as a contributor does.
    private static Task<string> RaiseAsync(ReleaseRepository repository)
    {
        SmallChart.Write(repository.Git, version: "0.1.1");
        repository.Git.Write(Values, "greeting: hi\n");
        return repository.Git.CommitAsync("chore: raise the version");
    }
}
