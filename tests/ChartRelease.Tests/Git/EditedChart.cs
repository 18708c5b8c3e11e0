using ChartRelease.Git;
using Repository = ChartRelease.Testing.GitRepository;

namespace ChartRelease.Tests.Git;

/// <summary>A repository with one committed chart, whose Chart.yaml is edited since.</summary>
internal static class EditedChart
{
    public static async Task<Repository> CreateAsync()
    {
        var repository = await Repository.CreateAsync();
        repository.Write("helm/a/Chart.yaml", "version: 1");
        await repository.CommitAsync();
        repository.Write("helm/a/Chart.yaml", "version: 2");
        return repository;
    }

    public static async Task<GitWriter> WriterAsync(Repository repository) =>
        new(await ChartRelease.Git.GitRepository.OpenAsync(repository.Path, GitAssert.Token));
}
