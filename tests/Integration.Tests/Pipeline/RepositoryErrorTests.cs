using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Failures that lie in the repository or its charts.</summary>
public sealed class RepositoryErrorTests(Registries registries)
{
    [Fact]
    public async Task A_folder_that_is_no_repository()
    {
        using var folder = new TemporaryFolder();

        HostAssert.Failed(await ReleaseHost.RunAsync(folder.Path, "--target=Publish"), folder.Path);

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task A_repository_without_a_chart()
    {
        using var repository = await ReleaseRepository.EmptyAsync();
        await repository.Git.CommitAsync();

        HostAssert.Failed(await repository.PublishAsync(), "helm/*");
    }

    [Fact]
    public async Task A_repository_without_a_commit()
    {
        using var repository = await ReleaseRepository.EmptyAsync();
        SmallChart.Write(repository.Git);

        HostAssert.Failed(await repository.PublishAsync(), "commit");
    }

    [Theory]
    [InlineData("apiVersion: v2\nname: demo\nversion: [0.1.0\n", 4)]
    [InlineData("apiVersion: v2\nname: demo\nversion: 0.1.0\nversion: 0.2.0\n", 4)]
    [InlineData("apiVersion: v2\nname: demo\nversion: one\n", 3)]
    [InlineData("apiVersion: v2\nname: other\nversion: 0.1.0\n", 2)]
    public async Task A_broken_chart_file_is_named_with_its_line(string content, int line)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("helm/demo/Chart.yaml", content);
        await repository.Git.CommitAsync();

        HostAssert.Failed(await repository.PublishAsync(), $"helm/demo/Chart.yaml:{line}");

        Assert.Empty(repository.Snapshot());
    }

    [Fact]
    public async Task Every_finding_is_shown_not_only_the_first()
    {
        using var repository = await ReleaseRepository.CreateAsync("one", "two");
        repository.Git.Write("helm/one/Chart.yaml", "apiVersion: v2\nname: One\nversion: x\n");
        repository.Git.Write("helm/two/values.schema.json", "{ not json");
        await repository.Git.CommitAsync();

        HostAssert.Failed(
            await repository.PublishAsync(), "helm/one/Chart.yaml:2", "helm/one/Chart.yaml:3", "helm/two/values.schema.json");
    }

    [Fact]
    public async Task A_template_that_does_not_render()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("helm/demo/templates/broken.yaml", "{{ .Values.none.such }}\n");
        await repository.Git.CommitAsync();

        var run = await repository.PublishAsync();

        HostAssert.Failed(run, "helm/demo/templates/broken.yaml:1: helm-lint ", "Lint found 1 error, shown above.");
        Assert.DoesNotContain("helm-template", run.All, StringComparison.Ordinal);
        Assert.DoesNotContain("--debug", run.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_file_that_is_not_committed()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");

        HostAssert.Failed(await repository.PublishAsync(), "helm/demo/values.yaml", "--allow-dirty");

        Assert.Empty(repository.Snapshot());
    }

    [Fact]
    public async Task A_chart_that_is_not_committed()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        SmallChart.Write(repository.Git, "new");

        HostAssert.Failed(await repository.PublishAsync(), "helm/new");
    }

    [Fact]
    public async Task A_changed_file_goes_to_a_layout_if_that_is_wanted_and_nowhere_else()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");

        var registry = await registries.OpenAsync();
        var target = Registries.Target(registry);

        HostAssert.Failed(await repository.PublishAsync("--allow-dirty", $"--registry={target}"), "--allow-dirty");
        HostAssert.Succeeded(await repository.PublishAsync("--allow-dirty"));

        Assert.Empty(Registries.Stored(registry, target));
    }

    [Fact]
    public async Task A_shallow_clone_that_hides_the_commit()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("README.md", "Another file.\n");
        await repository.Git.CommitAsync();
        using var clone = ReleaseRepository.Of(await repository.Git.CloneAsync(depth: 1));

        HostAssert.Failed(await clone.PublishAsync(), "fetch-depth: 0");
    }

    [Fact]
    public async Task A_revision_that_does_not_exist()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(await repository.PublishAsync("--commit=nowhere"), "nowhere");
    }

    [Fact]
    public async Task A_settings_file_with_a_slip_is_named_with_its_line()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("chart-release.yaml", "engine: native\nregistri: oci-layout:x\n");

        HostAssert.Failed(await repository.PublishAsync(), "chart-release.yaml:2", "registry");
    }

    [Fact]
    public async Task A_stack_trace_is_shown_to_those_who_ask_for_it()
    {
        using var folder = new TemporaryFolder();

        var run = await ReleaseHost.RunAsync(folder.Path, "--target=Publish", "--verbosity=diagnostic");

        Assert.Equal(1, run.ExitCode);
        Assert.Matches(HostAssert.StackTrace(), run.All);
        Assert.Contains("Expected: ", run.Error, StringComparison.Ordinal);
    }
}
