using ChartRelease.Charts;
using ChartRelease.Release;
using ChartRelease.Release.Bumping;
using ChartRelease.Release.History;
using ChartRelease.Tests.Release.History;
using ChartRelease.Tests.Release.Support;
using ChartRelease.Versioning;

namespace ChartRelease.Tests.Release.Bumping;

/// <summary>Changes versions in real repositories.</summary>
internal static class Bumps
{
    public static BumpRequest Auto { get; } = new(BumpKind.Auto, null, null, Commit: true);

    public static BumpRequest Patch { get; } = new(BumpKind.Patch, null, null, Commit: true);

    /// <summary>A day, so that change logs are what tests expect.</summary>
    private static readonly TimeProvider _time = new FixedTime(new DateTimeOffset(2026, 1, 5, 23, 0, 0, TimeSpan.Zero));

    public static async Task<BumpReport> BumpAsync(
        this ChartRepository repository, BumpRequest request, PublishedList? published = null, IReleaseLog? log = null, CancellationToken? token = null, string? charts = null, Action? meanwhile = null) =>
        await (await RunAsync(repository, published, log, charts, meanwhile)).BumpAsync(request, null, token ?? ReleaseAssert.Token);

    public static async Task<IReadOnlyList<BumpProposal>> ProposeAsync(this ChartRepository repository, BumpRequest request) =>
        await (await RunAsync(repository, null, null)).ProposeAsync(request, ReleaseAssert.Token);

    public static string Version(this ChartRepository repository, string chart) =>
        ChartYaml.Parse(File.ReadAllBytes(repository.Git.Combine($"helm/{chart}/Chart.yaml")), "Chart.yaml").Metadata.Version;

    /// <summary>Writes a chart, version 1.0.0, that depends on another one by its path.</summary>
    public static void Depend(this ChartRepository repository, string chart, string on, string range) => repository.Git.Write(
        $"helm/{chart}/Chart.yaml",
        $"{ChartRepository.ChartYaml(chart)}dependencies:\n- name: {on}\n  version: {range}\n  repository: file://../{on}\n");

    public static async Task<string> SubjectAsync(this ChartRepository repository) => (await repository.Git.RunAsync("log", "-1", "--format=%s")).Trim();

    public static async Task AssertCleanAsync(this ChartRepository repository, string head)
    {
        Assert.Equal(head, await repository.Git.HeadAsync());
        Assert.Empty(await repository.Git.RunAsync("status", "--porcelain"));
    }

    private static async Task<BumpRun> RunAsync(ChartRepository repository, PublishedList? published, IReleaseLog? log, string? charts = null, Action? meanwhile = null)
    {
        var options = charts is null ? repository.Options : repository.Options with { Charts = [charts] };
        return new(await repository.StateAsync(options), options, _ => HistoryAsync(), _time, log ?? NullReleaseLog.Instance);

        Task<ReleaseHistory> HistoryAsync()
        {
            meanwhile?.Invoke();
            return Histories.ReadAsync(repository, published);
        }
    }

    private sealed class FixedTime(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
