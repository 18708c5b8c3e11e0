using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Planning;

public sealed class ReleasePlannerTests
{
    private static readonly PackagedChart _chart = Packages.Create();
    private static readonly OciManifest _manifest = Packages.ManifestOf(_chart);

    [Fact]
    public void An_absent_version_is_published() => Assert.Equal(ReleaseAction.Publish, Plan(null));

    [Fact]
    public void The_same_content_is_skipped() => Assert.Equal(ReleaseAction.Skip, Plan(_manifest));

    [Theory]
    [InlineData(ContentComparison.ConfigAndArchive)]
    [InlineData(ContentComparison.Archive)]
    public void Another_archive_is_refused(ContentComparison comparison) =>
        Assert.Equal(ReleaseAction.Refuse, Plan(Packages.ManifestOf(Packages.Create(archive: "other")), comparison));

    [Fact]
    public void Another_config_alone_is_refused() =>
        Assert.Equal(ReleaseAction.Refuse, Plan(Packages.ManifestOf(Packages.Create(config: "{\"a\":1}"))));

    [Fact]
    public void Another_config_alone_is_the_same_where_helm_writes_the_config() =>
        Assert.Equal(ReleaseAction.Skip, Plan(Packages.ManifestOf(Packages.Create(config: "{\"a\":1}")), ContentComparison.Archive));

    [Fact]
    public void Other_annotations_alone_are_the_same() =>
        Assert.Equal(ReleaseAction.Skip, Plan(_manifest with { Annotations = new Dictionary<string, string> { ["a"] = "b" } }));

    [Fact]
    public void A_provenance_layer_may_stand_first() =>
        Assert.Equal(ReleaseAction.Skip, Plan(_manifest with { Layers = [Layer(MediaTypes.HelmProvenance, "signature"), .. _manifest.Layers] }));

    [Fact]
    public void The_media_type_of_early_helm_is_a_chart_too() =>
        Assert.Equal(ReleaseAction.Skip, Plan(_manifest with { Layers = [_manifest.Layers[0] with { MediaType = MediaTypes.HelmChartLegacy }] }));

    [Fact]
    public void What_is_no_chart_is_refused() =>
        Assert.Equal(ReleaseAction.Refuse, Plan(_manifest with { Layers = [_manifest.Layers[0] with { MediaType = "application/x" }] }));

    [Fact]
    public void A_manifest_without_layers_is_refused() => Assert.Equal(ReleaseAction.Refuse, Plan(_manifest with { Layers = [] }));

    [Fact]
    public void A_target_that_could_not_tell_is_neither_absent_nor_the_same()
    {
        var failure = new Failure(FailureReason.RegistryError, "It failed.", "An answer.", "Wait.");
        var states = new[] { State("a", _manifest), State("b", null) with { Failure = failure } };

        var plan = ReleasePlanner.Plan(_chart, states, ContentComparison.ConfigAndArchive);

        Assert.Equal([ReleaseAction.Skip, ReleaseAction.Unknown], plan.Targets.Select(target => target.Action));
        Assert.Equal(ReleaseAction.Unknown, plan.Action);
        Assert.Equal(failure, Assert.Single(new ReleasePlan([plan]).Failures));
    }

    [Fact]
    public void Each_target_is_decided_by_itself_in_the_order_given()
    {
        var states = new[] { State("a", null), State("b", _manifest), State("c", _manifest with { Layers = [] }) };

        var plan = ReleasePlanner.Plan(_chart, states, ContentComparison.ConfigAndArchive);

        Assert.Equal(
            [("a", ReleaseAction.Publish), ("b", ReleaseAction.Skip), ("c", ReleaseAction.Refuse)],
            plan.Targets.Select(target => (target.Target, target.Action)));
    }

    [Theory]
    [InlineData(ReleaseAction.Skip, ReleaseAction.Skip)]
    [InlineData(ReleaseAction.Publish, ReleaseAction.Skip, ReleaseAction.Publish)]
    [InlineData(ReleaseAction.Refuse, ReleaseAction.Publish, ReleaseAction.Refuse, ReleaseAction.Skip)]
    public void The_gravest_action_is_that_of_the_chart(ReleaseAction expected, params ReleaseAction[] targets) => Assert.Equal(
        expected, new PlannedChart(_chart, [.. targets.Select(action => new PlannedTarget("t", "r", action, "why", null))]).Action);

    private static ReleaseAction Plan(OciManifest? published, ContentComparison comparison = ContentComparison.ConfigAndArchive) =>
        Assert.Single(ReleasePlanner.Plan(_chart, [State("target", published)], comparison).Targets).Action;

    private static TargetState State(string target, OciManifest? published) =>
        new(target, $"{target}/app:1.2.3", published is null ? null : Packages.Published(published));

    private static Descriptor Layer(string mediaType, string content) => Blob.FromBytes(mediaType, System.Text.Encoding.UTF8.GetBytes(content)).Descriptor;
}
