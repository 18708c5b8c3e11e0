using ChartRelease.Release;
using ChartRelease.Release.History;
using ChartRelease.Release.Reading;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.History;

/// <summary>Reads histories of real repositories.</summary>
internal static class Histories
{
    /// <summary>The default pattern, written by a user who expects such tags.</summary>
    public static TagPatterns Named { get; } = TagPatterns.Default with { AreExpected = true };

    public static async Task<ReleaseHistory> ReadAsync(
        ChartRepository repository, PublishedList? published = null, TagPatterns? tags = null, string commit = "HEAD", string? folder = null)
    {
        var options = repository.Options with { Commit = commit, WorkingDirectory = folder ?? repository.Root };
        var state = await repository.StateAsync(options);
        await using var committed = state.Repository.OpenSource(state.Tree);
        var reader = new HistoryReader(state.Repository, tags ?? Named, published ?? new PublishedList(), 4);
        return await reader.ReadAsync(state.Tree.Commit, HistorySubjects.In(new CommittedCharts(committed), state.Folders), ReleaseAssert.Token);
    }

    /// <summary>The history of the chart <c>demo</c>.</summary>
    public static async Task<ChartHistory> DemoAsync(
        ChartRepository repository, PublishedList? published = null, TagPatterns? tags = null, string commit = "HEAD", string? folder = null) =>
        (await ReadAsync(repository, published, tags, commit, folder)).Charts.Single(chart => chart.Name == "demo");

    public static IEnumerable<string> Subjects(this IEnumerable<ChartCommit> commits) => commits.Select(commit => commit.Commit.Subject);

    /// <summary>Changes a file of a chart and commits.</summary>
    public static Task<string> ChangeAsync(this ChartRepository repository, string message, string content, string chart = "demo", string file = "values.yaml")
    {
        repository.Git.Write($"helm/{chart}/{file}", $"value: {content}\n");
        return repository.Git.CommitAsync(message);
    }
}
