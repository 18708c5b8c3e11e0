using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Promotion;
using ChartRelease.Release.Selection;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Promotion;

/// <summary>Two targets in memory, and a promotion between them.</summary>
internal sealed class Promotions : IAsyncDisposable
{
    public MemoryTarget Source { get; } = new("oci://source.example/charts");

    public MemoryTarget Destination { get; } = new("oci://destination.example/charts");

    public Testing.RecordingLog Log { get; } = new();

    /// <summary>What the race for a tag goes by; every wait is over at once unless a test says otherwise.</summary>
    public TimeProvider Time { get; set; } = new Testing.Registry.ImpatientTime();

    /// <summary>What happens between the plan and the first copy.</summary>
    public Func<Task> Meanwhile { get; set; } = () => Task.CompletedTask;

    /// <summary>How long a version may take to be copied.</summary>
    public TimeSpan Deadline { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Publishes a chart as <see cref="Packages"/> makes it.</summary>
    public static async Task<ManifestContent> PublishAsync(MemoryTarget target, string name, string version, string archive = "archive", string revision = "1")
    {
        var chart = Packages.Create(name, version, archive);
        var manifest = Packages.ManifestOf(chart) with { Annotations = new Dictionary<string, string> { ["revision"] = revision } };
        var repository = target.Of(name);
        await repository.PushBlobAsync(chart.Config, ReleaseAssert.Token);
        await repository.PushBlobAsync(chart.Archive, ReleaseAssert.Token);
        await repository.PushManifestAsync(Blob.FromBytes(MediaTypes.Manifest, OciManifestJson.Serialize(manifest)), ChartRelease.Oci.Tag.FromVersion(version), ReleaseAssert.Token);
        repository.Writes.Clear();
        return Packages.Published(manifest);
    }

    /// <summary>Finds, plans and promotes what is there.</summary>
    public async Task<PromotionReport> PromoteAsync(string charts, params string[] versions)
    {
        var selected = charts.Split(',').Select(name => new SelectedChart(name, IsNamed: true)).ToList();
        var deadlines = new Deadlines(TimeSpan.FromMinutes(1), TimeProvider.System);
        var targets = new Dictionary<string, IReleaseTarget> { [Destination.Reference.Value] = Destination };
        var (found, failures) = await new PublishedVersions(Source, VersionSelection.Parse(versions), 2, deadlines, Log).FindAsync(selected, ReleaseAssert.Token);
        var steps = await new PromotionPlanning(Source, targets, 2, deadlines, Time).PlanAsync(found, ReleaseAssert.Token);
        var plan = new PromotionPlan(Source.Reference, steps, failures);
        await Meanwhile();
        var promoter = new Promoter(Source, targets, 2, new Deadlines(Deadline, TimeProvider.System), Time, Log);
        return new(Source.Reference, await promoter.PromoteAsync(plan, ReleaseAssert.Token), failures);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Destination.DisposeAsync();
    }
}
