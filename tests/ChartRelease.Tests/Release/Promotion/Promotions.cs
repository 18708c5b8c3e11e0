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
        var steps = await new PromotionPlanning(Source, targets, 2, deadlines).PlanAsync(found, ReleaseAssert.Token);
        var plan = new PromotionPlan(Source.Reference, steps, failures);
        return new(Source.Reference, await new Promoter(Source, targets, 2, new Deadlines(Deadline, TimeProvider.System), Log).PromoteAsync(plan, ReleaseAssert.Token), failures);
    }

    public async ValueTask DisposeAsync()
    {
        await Source.DisposeAsync();
        await Destination.DisposeAsync();
    }
}
