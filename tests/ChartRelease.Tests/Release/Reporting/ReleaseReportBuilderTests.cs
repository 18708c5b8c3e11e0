using ChartRelease.Oci;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Publishing;
using ChartRelease.Release.Reading;
using ChartRelease.Release.Reporting;
using ChartRelease.Release.Verification;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Reporting;

public sealed class ReleaseReportBuilderTests
{
    private const string First = "oci://one.example";
    private const string Second = "oci://two.example";
    private static readonly Failure _failure = new(FailureReason.Forbidden, "a", "b", "c");

    [Fact]
    public void A_chart_is_described_with_its_archive_relative_to_the_repository()
    {
        var chart = Plans.Chart(
            Packages.Create(Packages.Metadata() with { AppVersion = "9" }), (First, ReleaseAction.Publish));

        var reported = Assert.Single(Build(new ReleasePlan([chart])).Charts);

        Assert.Equal(
            ("app", "1.2.3", "9", "helm/app", "artifacts/charts/app-1.2.3.tgz", chart.Chart.Archive.Descriptor),
            (reported.Name, reported.Version, reported.AppVersion, reported.Path, reported.ArchivePath, reported.Archive));
    }

    [Fact]
    public void An_archive_outside_the_repository_keeps_its_full_path()
    {
        var plan = new ReleasePlan([Plans.Chart(Packages.Create() with { ArchivePath = "/elsewhere/app.tgz" }, (First, ReleaseAction.Skip))]);

        Assert.Equal("/elsewhere/app.tgz", Build(plan).Charts[0].ArchivePath);
    }

    [Theory]
    [InlineData("..artifacts/app.tgz")]
    [InlineData("..x")]
    public void A_folder_whose_name_starts_with_dots_is_still_inside(string path)
    {
        var plan = new ReleasePlan([Plans.Chart(Packages.Create() with { ArchivePath = $"/repository/{path}" }, (First, ReleaseAction.Skip))]);

        Assert.Equal(path, Build(plan).Charts[0].ArchivePath);
    }

    [Theory]
    [InlineData(ReleaseAction.Skip, false, false, ReportedAction.Skipped)]
    [InlineData(ReleaseAction.Refuse, false, false, ReportedAction.Refused)]
    [InlineData(ReleaseAction.Publish, true, false, ReportedAction.Published)]
    [InlineData(ReleaseAction.Publish, true, true, ReportedAction.Failed)]
    [InlineData(ReleaseAction.Publish, false, false, ReportedAction.Failed)]
    public void What_happened_is_told(ReleaseAction planned, bool executed, bool failed, ReportedAction expected)
    {
        var chart = Plans.Chart("app", (First, planned));
        IReadOnlyList<PublishOutcome> outcomes = executed ? [new(chart, chart.Targets[0], failed ? _failure : null)] : [];

        Assert.Equal(expected, Build(new ReleasePlan([chart]), outcomes).Charts[0].Action);
    }

    [Fact]
    public void A_chart_that_failed_at_one_of_its_targets_failed()
    {
        var chart = Plans.Chart("app", (First, ReleaseAction.Publish), (Second, ReleaseAction.Publish));

        var report = Build(new ReleasePlan([chart]), [new(chart, chart.Targets[0], null), new(chart, chart.Targets[1], _failure)]);

        Assert.Equal(ReportedAction.Failed, report.Charts[0].Action);
    }

    [Fact]
    public void The_failure_of_another_chart_is_not_its_own()
    {
        var (good, bad) = (Plans.Chart("good", (First, ReleaseAction.Publish)), Plans.Chart("bad", (First, ReleaseAction.Publish)));

        var report = Build(new ReleasePlan([good, bad]), [new(good, good.Targets[0], null), new(bad, bad.Targets[0], _failure)]);

        Assert.Equal([ReportedAction.Published, ReportedAction.Failed], report.Charts.Select(chart => chart.Action));
    }

    [Fact]
    public void Only_a_proven_target_is_verified()
    {
        var chart = Plans.Chart("app", (First, ReleaseAction.Publish), (Second, ReleaseAction.Publish));
        var digest = Digest.Of("manifest"u8);

        var targets = Build(new ReleasePlan([chart]), verified: [new VerifiedTarget(chart.Chart, Second, digest)]).Charts[0].Targets;

        Assert.Equal([(First, false, null), (Second, true, digest)], targets.Select(target => (target.Target, target.Verified, target.ManifestDigest)));
    }

    [Fact]
    public void Of_what_is_there_and_not_verified_yet_the_digest_is_known()
    {
        var target = Build(new ReleasePlan([Plans.Chart("app", (First, ReleaseAction.Skip))])).Charts[0].Targets[0];

        Assert.NotNull(target.ManifestDigest);
        Assert.False(target.Verified);
    }

    private static ReleaseReport Build(
        ReleasePlan plan, IReadOnlyList<PublishOutcome>? outcomes = null, IReadOnlyList<VerifiedTarget>? verified = null) =>
        ReleaseReportBuilder.Build(new ReleaseSource("/repository", "commit", []), plan, outcomes ?? [], verified ?? []);
}
