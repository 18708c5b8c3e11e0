using ChartRelease.Oci;
using ChartRelease.Release.Promotion;
using ChartRelease.Release.Publishing;
using ChartRelease.Testing;
using ChartRelease.Tests.Oci.Referrers;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Promotion;

public sealed class PromoterTests : IAsyncDisposable
{
    private readonly Promotions _given = new();

    private static CancellationToken Token => ReleaseAssert.Token;

    public ValueTask DisposeAsync() => _given.DisposeAsync();

    [Fact]
    public async Task Versions_are_copied_as_they_are_and_in_order()
    {
        var manifest = await Promotions.PublishAsync(_given.Source, "app", "1.10.0");
        await Promotions.PublishAsync(_given.Source, "app", "1.9.0");
        await Promotions.PublishAsync(_given.Source, "app", "1.9.0+build.5");
        await Promotions.PublishAsync(_given.Source, "app", "1.10.0-rc.1");
        await Promotions.PublishAsync(_given.Source, "a-first", "2.0.0");
        await _given.Source.Of("app").PushManifestAsync(ManifestCopier.Manifest(manifest), "latest", Token);

        var report = await _given.PromoteAsync("app,a-first");

        report.ThrowIfFailed();
        Assert.Equal(
            ["a-first 2.0.0", "app 1.9.0", "app 1.9.0+build.5", "app 1.10.0-rc.1", "app 1.10.0"],
            report.Charts.Select(chart => $"{chart.Step.Chart} {chart.Step.Version}"));
        Assert.All(report.Charts, chart => Assert.Equal(PromotionOutcome.Copied, chart.Outcome));
        var held = await _given.Destination.Of("app").ResolveAsync("1.10.0", Token);
        Assert.Equal(manifest.Bytes.ToArray(), held!.Bytes.ToArray());
        Assert.NotNull(await _given.Destination.Of("app").ResolveAsync("1.9.0_build.5", Token));
        Assert.Null(await _given.Destination.Of("app").ResolveAsync("latest", Token));
    }

    [Fact]
    public async Task The_tag_is_written_after_the_blobs()
    {
        await Promotions.PublishAsync(_given.Source, "app", "1.0.0");

        (await _given.PromoteAsync("app")).ThrowIfFailed();

        Assert.Equal(
            [$"blob {MediaTypes.HelmConfig}", $"blob {MediaTypes.HelmChart}", "manifest 1.0.0"],
            _given.Destination.Of("app").Writes);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task What_is_there_with_the_same_content_is_skipped(string revision)
    {
        await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        await Promotions.PublishAsync(_given.Destination, "app", "1.0.0", revision: revision);

        var report = await _given.PromoteAsync("app");

        report.ThrowIfFailed();
        Assert.Equal(PromotionOutcome.Skipped, Assert.Single(report.Charts).Outcome);
        Assert.Empty(_given.Destination.Of("app").Writes);
    }

    [Fact]
    public async Task Different_content_stops_everything_before_a_byte_is_sent_and_both_digests_are_named()
    {
        await Promotions.PublishAsync(_given.Source, "app", "0.9.0");
        var source = await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        var published = await Promotions.PublishAsync(_given.Destination, "app", "1.0.0", archive: "other");

        var report = await _given.PromoteAsync("app");

        Assert.Equal([PromotionOutcome.NotDone, PromotionOutcome.Refused], report.Charts.Select(chart => chart.Outcome));
        var failure = ReleaseAssert.Fails(FailureReason.VersionConflict, report.ThrowIfFailed);
        Assert.Contains(source.Descriptor.Digest.Value, failure.Found, StringComparison.Ordinal);
        Assert.Contains(published.Descriptor.Digest.Value, failure.Found, StringComparison.Ordinal);
        Assert.Empty(_given.Destination.Of("app").Writes);
    }

    [Fact]
    public async Task One_version_that_cannot_be_read_stops_that_version_only()
    {
        await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        var broken = await Promotions.PublishAsync(_given.Source, "app", "1.1.0", archive: "broken");
        await Promotions.PublishAsync(_given.Source, "app", "1.2.0");
        _given.Source.Of("app").DamageManifest(broken.Descriptor.Digest, "<html>"u8.ToArray());

        var report = await _given.PromoteAsync("app");

        Assert.Equal([PromotionOutcome.Copied, PromotionOutcome.Failed, PromotionOutcome.Copied], report.Charts.Select(chart => chart.Outcome));
        ReleaseAssert.Fails(FailureReason.RegistryError, report.ThrowIfFailed);
    }

    [Fact]
    public async Task A_deadline_that_passes_is_a_failure_of_that_version()
    {
        await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        _given.Deadline = TimeSpan.Zero;

        var report = await _given.PromoteAsync("app");

        Assert.Equal(PromotionOutcome.Failed, Assert.Single(report.Charts).Outcome);
        ReleaseAssert.Fails(FailureReason.RegistryUnreachable, report.ThrowIfFailed);
    }

    [Fact]
    public async Task Other_bytes_read_back_are_a_failure()
    {
        await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        var racer = await Promotions.PublishAsync(_given.Source, "other", "1.0.0");
        _given.Destination.Of("app").OnManifest = repository => repository.ByTag = racer.Bytes.ToArray();

        var report = await _given.PromoteAsync("app");

        Assert.Equal(PromotionOutcome.Failed, Assert.Single(report.Charts).Outcome);
        ReleaseAssert.Fails(FailureReason.VerificationFailed, report.ThrowIfFailed);
    }

    [Fact]
    public async Task What_another_published_while_blobs_were_copied_is_not_written_over()
    {
        var manifest = await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        var time = new SteppedTime();
        _given.Time = time;
        ManifestContent? other = null;
        _given.Meanwhile = async () =>
        {
            other = await Promotions.PublishAsync(_given.Destination, "app", "1.0.0", archive: "other");
            time.Advance(TagRace.FreshFor * 2);
        };

        var report = await _given.PromoteAsync("app");

        Assert.Equal(PromotionOutcome.Failed, Assert.Single(report.Charts).Outcome);
        AssertConflict(report, manifest, other!);
        Assert.Equal(other!.Descriptor, (await _given.Destination.Of("app").ResolveAsync("1.0.0", Token))!.Descriptor);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task What_another_published_meanwhile_with_the_same_content_is_skipped(string revision)
    {
        await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        var time = new SteppedTime();
        _given.Time = time;
        ManifestContent? other = null;
        _given.Meanwhile = async () =>
        {
            other = await Promotions.PublishAsync(_given.Destination, "app", "1.0.0", revision: revision);
            time.Advance(TagRace.FreshFor * 2);
        };

        var chart = Assert.Single((await _given.PromoteAsync("app")).Charts);

        Assert.Equal((PromotionOutcome.Skipped, other!.Descriptor.Digest, null), (chart.Outcome, chart.Digest, chart.Failure));
    }

    [Theory]
    [InlineData("1", "other", PromotionOutcome.Failed)]
    [InlineData("2", "archive", PromotionOutcome.Skipped)]
    public async Task A_tag_is_looked_at_again_when_nobody_can_write_it_unnoticed(string revision, string archive, PromotionOutcome outcome)
    {
        var time = new SteppedTime();
        _given.Time = time;
        var manifest = await Promotions.PublishAsync(_given.Source, "app", "1.0.0");

        var promotion = _given.PromoteAsync("app");
        Assert.False(promotion.IsCompleted);
        var other = await Promotions.PublishAsync(_given.Destination, "app", "1.0.0", archive, revision);
        time.Advance(TimeSpan.FromSeconds(10));
        var report = await promotion;

        Assert.Equal(outcome, Assert.Single(report.Charts).Outcome);
        if (outcome == PromotionOutcome.Failed)
        {
            AssertConflict(report, manifest, other);
        }
    }

    [Fact]
    public async Task What_was_asked_for_and_is_not_there_fails_and_the_rest_is_copied()
    {
        await Promotions.PublishAsync(_given.Source, "app", "1.0.0");

        var report = await _given.PromoteAsync("app,gone", "^1.0.0", "7.7.7");

        Assert.Equal(PromotionOutcome.Copied, Assert.Single(report.Charts).Outcome);
        var failure = ReleaseAssert.Fails(FailureReason.NotFound, report.ThrowIfFailed);
        Assert.Contains("version of gone", failure.Found, StringComparison.Ordinal);
        Assert.Contains("version 7.7.7", failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Referrers_are_copied_with_what_refers_to_them_also_when_the_chart_is_there()
    {
        var manifest = await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        await Promotions.PublishAsync(_given.Destination, "app", "1.0.0");
        var source = _given.Source.Of("app");
        var sbom = await Artifacts.AttachAsync(source, manifest.Descriptor, "sbom", Token);
        var signature = await Artifacts.AttachAsync(source, sbom, "signature of the sbom", Token);

        var chart = Assert.Single((await _given.PromoteAsync("app")).Charts);

        Assert.Equal((PromotionOutcome.Skipped, 2, null), (chart.Outcome, chart.Referrers, chart.Failure));
        var destination = _given.Destination.Of("app");
        Assert.Equal(sbom, (await destination.ListReferrersAsync(manifest.Descriptor.Digest, null, Token).SingleAsync(Token)).Manifest);
        Assert.Equal(signature, (await destination.ListReferrersAsync(sbom.Digest, null, Token).SingleAsync(Token)).Manifest);
        Assert.True(await destination.ExistsAsync(Artifacts.Layer("signature of the sbom").Descriptor, Token));

        destination.Writes.Clear();
        Assert.Equal(0, Assert.Single((await _given.PromoteAsync("app")).Charts).Referrers);
        Assert.Empty(destination.Writes);
    }

    [Fact]
    public async Task Referrers_of_a_manifest_that_the_destination_does_not_have_are_left_out_and_told()
    {
        var manifest = await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        await Promotions.PublishAsync(_given.Destination, "app", "1.0.0", revision: "2");
        await Artifacts.AttachAsync(_given.Source.Of("app"), manifest.Descriptor, "sbom", Token);

        (await _given.PromoteAsync("app")).ThrowIfFailed();

        Assert.Empty(_given.Destination.Of("app").Writes);
        Assert.Contains(manifest.Descriptor.Digest.Value, _given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_of_referrers_without_end_is_refused()
    {
        var manifest = await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        var last = manifest.Descriptor;
        for (var link = 0; link <= ReferrerCopier.MostLinks; link++)
        {
            last = await Artifacts.AttachAsync(_given.Source.Of("app"), last, $"link {link}", Token);
        }

        ReleaseAssert.Fails(FailureReason.RegistryError, (await _given.PromoteAsync("app")).ThrowIfFailed);
    }

    [Fact]
    public async Task Referrers_that_refer_to_something_else_or_in_a_circle_are_refused()
    {
        var manifest = await Promotions.PublishAsync(_given.Source, "app", "1.0.0");
        var source = _given.Source.Of("app");
        var sbom = await Artifacts.AttachAsync(source, manifest.Descriptor, "sbom", Token);

        source.Listed = (subject, all) => subject == sbom.Digest ? [new(manifest.Descriptor)] : all;
        Assert.Contains("does not refer to it", ReleaseAssert.Fails(FailureReason.RegistryError, (await _given.PromoteAsync("app")).ThrowIfFailed).Found, StringComparison.Ordinal);

        // The destination has both already, so nothing is fetched that would show the lie.
        source.Listed = (subject, all) => subject == sbom.Digest ? [new(sbom)] : all;
        _given.Destination.Of("app").Listed = (_, _) => [new(sbom)];
        Assert.Contains("circle", ReleaseAssert.Fails(FailureReason.RegistryError, (await _given.PromoteAsync("app")).ThrowIfFailed).Found, StringComparison.Ordinal);
    }

    private static void AssertConflict(PromotionReport report, params ManifestContent[] both)
    {
        var failure = ReleaseAssert.Fails(FailureReason.VersionConflict, report.ThrowIfFailed);
        Assert.All(both, manifest => Assert.Contains(manifest.Descriptor.Digest.Value, failure.Found, StringComparison.Ordinal));
    }
}
