using System.Text.Json.Nodes;
using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>What a user may type, and what comes back on which stream.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData("-h", "--target")]
    [InlineData("--tree", "BumpVersion")]
    [InlineData("--description", "Find credentials and prove that they may push.")]
    public async Task What_there_is_can_be_asked_for(string argument, string answer)
    {
        using var folder = new TemporaryFolder();

        var run = await ReleaseHost.RunAsync(folder.Path, argument);

        HostAssert.Succeeded(run);
        Assert.Contains(answer, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dry_run_runs_no_task_and_writes_nothing()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.PublishAsync("--dryrun");

        HostAssert.Succeeded(run);
        Assert.Contains("Push", run.Output, StringComparison.Ordinal);
        Assert.Equal("", await repository.Git.RunAsync("status", "--porcelain", "--ignored"));
    }

    [Fact]
    public async Task Without_a_target_the_plan_is_shown_and_nothing_is_written()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.RunAsync();

        HostAssert.Succeeded(run);
        Assert.Contains("not published yet", run.Output, StringComparison.Ordinal);
        Assert.Empty(repository.Snapshot());
        Assert.Empty(repository.Leftovers());
    }

    [Theory]
    [InlineData("--registri=oci-layout:x", "--registry")]
    [InlineData("--dry-rum", "--dryrun")]
    [InlineData("--bump=pach", "patch")]
    [InlineData("--engine=heml", "helm")]
    public async Task A_slip_of_the_pen_is_an_error_with_the_nearest_name(string argument, string nearest)
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(await repository.PublishAsync(argument), argument.Split('=')[0], nearest);

        Assert.Empty(repository.Snapshot());
    }

    [Fact]
    public async Task An_unknown_target_is_an_error()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.RunAsync("--target=Publsh");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Publsh", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a folder with spaces")]
    [InlineData("it's \"quoted\" $HOME `id` *")]
    [InlineData("für-Ω-日本")]
    [InlineData("back\\slash;and&ampersand|pipe")]
    public async Task Arguments_arrive_as_they_were_typed(string name)
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Succeeded(await repository.RunAsync("--target=Package", $"--artifacts={name}"));

        Assert.True(File.Exists(Path.Combine(repository.Git.Path, name, "charts", "demo-0.1.0.tgz")));
    }

    [Fact]
    public async Task An_empty_argument_is_not_lost()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.RunAsync("--target=Package", "");

        // Cake takes no positional arguments; it would have run without this one.
        HostAssert.Failed(run, "Argument 2 is empty");
        Assert.Equal("", run.Output);
        Assert.Empty(repository.Snapshot());
    }

    [Theory]
    [InlineData("Publish")]
    [InlineData("--target=Plan", "word")]
    [InlineData("--target", "Plan", "word")]
    [InlineData("--dryrun", "word")]
    [InlineData("-e", "word")]
    [InlineData("--tree", "word")]
    public async Task A_word_that_belongs_to_no_option_is_refused(params string[] arguments)
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.RunAsync(arguments);

        HostAssert.Failed(run, $"\"{arguments[^1]}\"", "--target=TARGET");
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task A_word_beside_a_password_is_counted_and_not_shown()
    {
        using var folder = new TemporaryFolder();

        var run = await ReleaseHost.RunAsync(folder.Path, "--password=two", "words");

        HostAssert.Failed(run, "Argument 2");
        Assert.DoesNotContain("words", run.Error + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_may_be_an_argument_of_its_own()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Succeeded(await repository.RunAsync("--target", "Package", "--artifacts", "out", "-v", "quiet"));

        Assert.True(File.Exists(repository.Git.Combine("out/charts/demo-0.1.0.tgz")));
    }

    [Fact]
    public async Task Working_names_another_repository()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        using var elsewhere = new TemporaryFolder();
        var setup = new HostSetup(elsewhere.Path);

        HostAssert.Succeeded(await ReleaseHost.RunAsync(setup, "--target=Publish", $"--working={repository.Git.Path}"));

        Assert.Equal("published", repository.Action());
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Path));
    }

    [Fact]
    public async Task A_folder_below_the_root_works_as_well()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Setup = repository.Setup with { WorkingDirectory = repository.Git.Combine("helm/demo") };

        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal("published", repository.Action());
    }

    [Fact]
    public async Task Json_is_all_that_Plan_writes_to_standard_output()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.RunAsync("--target=Plan", "--output=json");

        HostAssert.Succeeded(run);
        var plan = JsonNode.Parse(run.Output)!;
        Assert.Equal("publish", plan.Chart()["action"]!.GetValue<string>());
        Assert.Contains("Plan", run.Error, StringComparison.Ordinal);
        Assert.Empty(repository.Snapshot());
    }

    [Fact]
    public async Task Json_is_all_that_Publish_writes_to_standard_output_and_it_is_the_report()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.PublishAsync("--output=json");

        HostAssert.Succeeded(run);
        Assert.Equal(repository.Git.Read("artifacts/release.json"), run.Output);
        Assert.Contains("Lint", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_leaves_standard_output_empty_when_the_run_fails()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");
        await repository.Git.CommitAsync();

        var run = await repository.PublishAsync("--output=json");

        HostAssert.Failed(run);
        Assert.Equal("", run.Output);
    }

    [Theory]
    [InlineData("Plan")]
    [InlineData("Publish")]
    public async Task Markdown_is_all_that_standard_output_holds(string target)
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.RunAsync($"--target={target}", "--output=markdown");

        HostAssert.Succeeded(run);
        Assert.All(
            run.Output.TrimEnd().Split('\n').TakeWhile(line => line.Length > 0),
            line => Assert.True(line.StartsWith('|') || line.StartsWith('#'), run.Output));
        Assert.Contains("| demo |", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clean_deletes_what_runs_wrote_and_nothing_else()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        repository.Git.Write("artifacts/mine.txt", "kept");

        HostAssert.Succeeded(await repository.RunAsync("--target=Clean"));

        Assert.Equal(["mine.txt"], repository.Snapshot().Keys);
    }

    [Fact]
    public async Task Clean_is_content_with_nothing()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Succeeded(await repository.RunAsync("--target=Clean"));
    }
}
