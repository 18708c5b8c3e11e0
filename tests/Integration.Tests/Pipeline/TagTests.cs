using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Git tags for what is published, where chart-release.yaml asks for them.</summary>
public sealed class TagTests
{
    [Fact]
    public async Task A_published_chart_gets_an_annotated_tag_and_keeps_it()
    {
        using var repository = await WithTemplateAsync();
        var head = await repository.Git.HeadAsync();

        HostAssert.Succeeded(await repository.PublishAsync());
        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal("demo-0.1.0 tag\n", await repository.Git.RunAsync("for-each-ref", "--format=%(refname:short) %(objecttype)", "refs/tags"));
        Assert.Equal(head, await repository.Git.RunAsync("rev-parse", "demo-0.1.0^{commit}") is var commit ? commit.Trim() : null);
    }

    [Fact]
    public async Task A_later_commit_elsewhere_does_not_move_the_tag()
    {
        using var repository = await WithTemplateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        var tag = await repository.Git.RunAsync("rev-parse", "demo-0.1.0");
        repository.Git.Write("README.md", "Another file.\n");
        await repository.Git.CommitAsync();

        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal(tag, await repository.Git.RunAsync("rev-parse", "demo-0.1.0"));
    }

    [Fact]
    public async Task A_tag_on_another_commit_is_a_conflict()
    {
        using var repository = await WithTemplateAsync();
        await repository.Git.TagAsync("demo-0.1.0");
        SmallChart.Write(repository.Git);
        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");
        await repository.Git.CommitAsync();

        HostAssert.Failed(await repository.PublishAsync(), "demo-0.1.0");
    }

    [Fact]
    public async Task Without_a_template_there_is_no_tag()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Succeeded(await repository.PublishAsync());

        Assert.Equal("", await repository.Git.RunAsync("tag"));
    }

    private static async Task<ReleaseRepository> WithTemplateAsync()
    {
        var repository = await ReleaseRepository.EmptyAsync();
        SmallChart.Write(repository.Git);
        repository.Git.Write("chart-release.yaml", "tag-template: \"{name}-{version}\"\n");
        await repository.Git.CommitAsync();
        return repository;
    }
}
