using ChartRelease.Oci;
using ChartRelease.Release;
using ChartRelease.Release.Promotion;
using ChartRelease.Tests.Release.Settings;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Promotion;

public sealed class PromotionSettingsTests
{
    [Fact]
    public void Names_and_versions_come_from_the_arguments_and_folders_from_the_file_are_not_names()
    {
        var run = new SettingsRun().File("charts: [helm/*]").Argument("from", "oci://one.example/a");
        Assert.Equal([], run.Resolve().Selection.Charts);
        Assert.Equal(["helm/*"], run.Resolve().Charts);

        var options = run.Argument("charts", "app,web").Argument("versions", "^1.0.0,2.0.0").Resolve();

        Assert.Equal("oci://one.example/a", options.Promotion.From!.Value);
        Assert.Equal(["app", "web"], options.Selection.Charts);
        Assert.Equal(["^1.0.0", "2.0.0"], options.Selection.Versions);
    }

    [Fact]
    public void A_password_for_source_and_destination_on_two_hosts_is_refused() => new SettingsRun()
        .Argument("from", "oci://one.example/charts")
        .Argument("registry", "oci://two.example/charts")
        .Variable("CHART_RELEASE_PASSWORD", "hunter2-hunter2")
        .Fails();

    [Fact]
    public void A_source_is_needed() =>
        ReleaseAssert.Fails(FailureReason.InvalidSettings, () => PromotionSettings.Check(new ReleaseOptions { WorkingDirectory = "/" }));

    [Fact]
    public void A_source_that_is_a_destination_is_refused() => ReleaseAssert.Fails(FailureReason.InvalidSettings, () => PromotionSettings.Check(
        new ReleaseOptions { WorkingDirectory = "/", Promotion = new() { From = TargetReference.Parse(TargetReference.Default) } }));
}
