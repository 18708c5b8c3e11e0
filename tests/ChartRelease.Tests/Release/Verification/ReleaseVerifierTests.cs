using System.Text;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Verification;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Verification;

public sealed class ReleaseVerifierTests
{
    private readonly PackagedChart _chart = Packages.Create();
    private readonly MemoryRepository _repository = new();

    [Fact]
    public async Task What_was_published_is_proven_by_the_digest_of_its_manifest()
    {
        await PushAsync(_chart);

        Assert.Equal(_chart.Manifest.Descriptor.Digest, await VerifyAsync());
    }

    [Fact]
    public async Task An_absent_version_fails() => await ReleaseAssert.FailsAsync(FailureReason.VerificationFailed, () => VerifyAsync());

    [Fact]
    public async Task The_archive_of_another_publisher_is_a_conflict()
    {
        await PushAsync(Packages.Create(archive: "other"));

        await ReleaseAssert.FailsAsync(FailureReason.VersionConflict, () => VerifyAsync());
    }

    [Fact]
    public async Task A_manifest_without_a_chart_fails()
    {
        var manifest = OciManifestJson.Serialize(Packages.ManifestOf(_chart) with { Layers = [] });
        await _repository.PushManifestAsync(Blob.FromBytes(MediaTypes.Manifest, manifest), _chart.Tag, ReleaseAssert.Token);

        await ReleaseAssert.FailsAsync(FailureReason.VerificationFailed, () => VerifyAsync());
    }

    [Theory]
    [InlineData("archive of apq")]
    [InlineData("archive of ap")]
    [InlineData("archive of appp")]
    [InlineData("")]
    public async Task An_archive_that_came_back_different_fails(string content)
    {
        await PushAsync(_chart);
        _repository.Damage(_chart.Archive.Descriptor.Digest, Encoding.UTF8.GetBytes(content));

        await ReleaseAssert.FailsAsync(FailureReason.VerificationFailed, () => VerifyAsync());
    }

    [Fact]
    public async Task A_config_that_came_back_different_fails_where_we_wrote_it()
    {
        await PushAsync(_chart);
        _repository.Damage(_chart.Config.Descriptor.Digest, "{ }"u8.ToArray());

        await ReleaseAssert.FailsAsync(FailureReason.VerificationFailed, () => VerifyAsync());
        await VerifyAsync(ContentComparison.Archive);
    }

    [Fact]
    public async Task Another_config_under_the_tag_fails_where_we_wrote_it()
    {
        await PushAsync(Packages.Create(config: "{\"a\":1}"));

        await ReleaseAssert.FailsAsync(FailureReason.VerificationFailed, () => VerifyAsync());
        await VerifyAsync(ContentComparison.Archive);
    }

    [Fact]
    public async Task A_manifest_that_differs_by_tag_and_by_digest_fails()
    {
        await PushAsync(_chart);
        _repository.ByTag = OciManifestJson.Serialize(Packages.ManifestOf(_chart) with { Annotations = new Dictionary<string, string>() });

        await ReleaseAssert.FailsAsync(FailureReason.VerificationFailed, () => VerifyAsync());
    }

    [Fact]
    public async Task Other_annotations_alone_pass()
    {
        await PushAsync(_chart);
        var other = OciManifestJson.Serialize(Packages.ManifestOf(_chart) with { Annotations = new Dictionary<string, string>() });
        await _repository.PushManifestAsync(Blob.FromBytes(MediaTypes.Manifest, other), _chart.Tag, ReleaseAssert.Token);

        Assert.Equal(Digest.Of(other), await VerifyAsync());
    }

    private Task<Digest> VerifyAsync(ContentComparison comparison = ContentComparison.ConfigAndArchive) =>
        ReleaseVerifier.VerifyAsync(_chart, _repository, comparison, ReleaseAssert.Token);

    private async Task PushAsync(PackagedChart chart)
    {
        await _repository.PushBlobAsync(chart.Config, ReleaseAssert.Token);
        await _repository.PushBlobAsync(chart.Archive, ReleaseAssert.Token);
        await _repository.PushManifestAsync(chart.Manifest, chart.Tag, ReleaseAssert.Token);
    }
}
