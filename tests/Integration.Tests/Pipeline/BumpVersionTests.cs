using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

public sealed class BumpVersionTests
{
    private const string File = "helm/demo/Chart.yaml";

    [Theory]
    [InlineData("--bump=patch", "0.1.1")]
    [InlineData("--bump=minor", "0.2.0")]
    [InlineData("--chart-version=3.0.0-rc.1", "3.0.0-rc.1")]
    public async Task A_bump_changes_the_version_alone_and_commits_it(string argument, string version)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var before = repository.Git.Read(File);

        var run = await repository.RunAsync("--target=BumpVersion", argument);

        HostAssert.Succeeded(run);
        Assert.Equal(before.Replace("version: 0.1.0 ", $"version: {version} ", StringComparison.Ordinal), repository.Git.Read(File));
        Assert.Equal("", await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Equal(File, (await repository.Git.RunAsync("show", "--name-only", "--format=")).Trim());
        Assert.Contains($"bump demo to {version}", await repository.Git.RunAsync("log", "-1", "--format=%s"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_change_is_shown_as_a_diff()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.RunAsync("--target=BumpVersion", "--bump=major");

        Assert.Contains("- version: 0.1.0", run.Output, StringComparison.Ordinal);
        Assert.Contains("+ version: 1.0.0", run.Output, StringComparison.Ordinal);
        Assert.Contains(File, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_failed_after_its_version_change_goes_on_from_there()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        string[] command = ["--target=Publish", "--bump=patch"];

        // A file stands where the layout of the chart would be.
        repository.Git.Write("artifacts/registry/demo", "");
        HostAssert.Failed(await repository.RunAsync(command), "demo");
        Assert.Contains("version: 0.1.1", repository.Git.Read(File), StringComparison.Ordinal);
        System.IO.File.Delete(repository.Git.Combine("artifacts/registry/demo"));

        HostAssert.Succeeded(await repository.RunAsync(command));
        Assert.True(System.IO.File.Exists(repository.Git.Combine("artifacts/charts/demo-0.1.1.tgz")));
        Assert.Contains("\"action\": \"published\"", repository.Git.Read("artifacts/release.json"), StringComparison.Ordinal);
        Assert.Equal("2", (await repository.Git.RunAsync("rev-list", "--count", "HEAD")).Trim());

        // That one is over: the same words ask for another.
        HostAssert.Succeeded(await repository.RunAsync(command));
        Assert.Contains("version: 0.1.2", repository.Git.Read(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_commit_leaves_the_change_in_the_tree()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var head = await repository.Git.HeadAsync();

        HostAssert.Succeeded(await repository.RunAsync("--target=BumpVersion", "--bump=patch", "--no-commit"));

        Assert.Equal(head, await repository.Git.HeadAsync());
        Assert.Equal($" M {File}\n", await repository.Git.RunAsync("status", "--porcelain"));
        Assert.Contains("version: 0.1.1", repository.Git.Read(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_byte_order_mark_and_quotes_stay()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var before = "\uFEFF" + SmallChart.Metadata().ReplaceLineEndings("\r\n").Replace("version: 0.1.0 ", "version: '0.1.0' ", StringComparison.Ordinal);
        repository.Git.Write(File, before);
        await repository.Git.CommitAsync();
        Assert.Equal(before, Bytes(repository));

        HostAssert.Succeeded(await repository.RunAsync("--target=BumpVersion", "--bump=patch", "--app-version=2.0.0"));

        Assert.Equal(
            before.Replace("'0.1.0'", "'0.1.1'", StringComparison.Ordinal).Replace("\"1.0.0\"", "\"2.0.0\"", StringComparison.Ordinal),
            Bytes(repository));
    }

    [Fact]
    public async Task A_bump_and_a_publish_in_one_run_publish_the_new_version()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Succeeded(await repository.PublishAsync("--bump=minor"));

        Assert.Equal("0.2.0", repository.Report().Chart()["version"]!.GetValue<string>());
        Assert.Equal(await repository.Git.HeadAsync(), repository.Report()["commit"]!.GetValue<string>());
    }

    [Fact]
    public async Task A_version_that_is_not_higher_is_refused()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(await repository.RunAsync("--target=BumpVersion", "--chart-version=0.0.9"), "0.0.9", "0.1.0");

        Assert.Contains("version: 0.1.0", repository.Git.Read(File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_terminal_the_change_that_commits_ask_for_is_proposed_and_taken_with_one_key()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        await repository.Git.TagAsync("demo-0.1.0");
        repository.Git.Write("helm/demo/values.yaml", "greeting: hi\n");
        await repository.Git.CommitAsync("feat: a shorter greeting");

        var run = await ReleaseHost.RunOnTerminalAsync(repository.Setup with { Input = "\r" }, "--target=BumpVersion");

        HostAssert.Succeeded(run);
        Assert.Contains("What shall be done?", run.Output, StringComparison.Ordinal);
        Assert.Contains("version: 0.2.0 ", repository.Git.Read(File), StringComparison.Ordinal);
        Assert.Equal("", await repository.Git.RunAsync("status", "--porcelain"));
    }

    [Fact]
    public async Task Without_a_terminal_nothing_is_asked_and_the_message_says_what_to_add()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var head = await repository.Git.HeadAsync();

        HostAssert.Failed(await repository.RunAsync("--target=BumpVersion"), "--bump=auto");

        Assert.Equal(head, await repository.Git.HeadAsync());
    }

    [Fact]
    public async Task What_was_bumped_from_commits_is_pushed_and_a_second_run_finds_nothing_to_do()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        using var remote = new TemporaryFolder();
        await repository.Git.TagAsync("demo-0.1.0");
        await repository.Git.RunAsync("init", "--quiet", "--bare", "--initial-branch=main", remote.Path);
        await repository.Git.RunAsync("remote", "add", "origin", remote.Path);
        repository.Git.Write("helm/demo/values.yaml", "greeting: hi\n");
        await repository.Git.CommitAsync("fix: a shorter greeting");
        await repository.Git.RunAsync("push", "--quiet", "--set-upstream", "origin", "main");

        HostAssert.Succeeded(await repository.RunAsync("--target=BumpVersion", "--bump=auto", "--push"));
        var head = await repository.Git.HeadAsync();
        var again = await repository.RunAsync("--target=BumpVersion", "--bump=auto", "--push");

        Assert.Contains("version: 0.1.1 ", repository.Git.Read(File), StringComparison.Ordinal);
        Assert.StartsWith(head, await repository.Git.RunAsync("ls-remote", "origin", "refs/heads/main"), StringComparison.Ordinal);
        Assert.Contains("Nothing to change", again.All, StringComparison.Ordinal);
    }

    // File.ReadAllText would drop the byte order mark.
    private static string Bytes(ReleaseRepository repository) =>
        System.Text.Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(repository.Git.Combine(File)));
}
