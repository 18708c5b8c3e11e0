using ChartRelease.Oci;
using ChartRelease.Tests.Oci.Referrers;

namespace ChartRelease.Tests.Oci.Layout;

/// <summary>In a layout referrers are entries of index.json without a tag.</summary>
public sealed class LayoutReferrersTests : LayoutTests
{
    private static Digest Subject => Manifest().Descriptor.Digest;

    [Fact]
    public async Task What_is_attached_is_listed_with_its_type_and_is_no_version()
    {
        await PublishAsync(Repository, "1.0.0");

        var artifact = await Artifacts.AttachAsync(Repository, Manifest().Descriptor, "sbom", Token);
        await Artifacts.AttachAsync(Repository, Manifest().Descriptor, "other", Token, "application/other");
        await Artifacts.AttachAsync(Repository, artifact, "signature of the sbom", Token);

        await using var target = Open();
        Assert.Equal(2, await target.Repository(Name).ListReferrersAsync(Subject, null, Token).CountAsync(Token));
        var sbom = await target.Repository(Name).ListReferrersAsync(Subject, Artifacts.Spdx, Token).SingleAsync(Token);
        Assert.Equal((artifact, "sbom"), (sbom.Manifest, sbom.Annotations["title"]));
        Assert.Single(await target.Repository(Name).ListReferrersAsync(artifact.Digest, null, Token).ToListAsync(Token));
        Assert.Equal(["1.0.0"], await target.Repository(Name).ListTagsAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Where_nothing_is_there_are_no_referrers_and_nothing_is_made()
    {
        Assert.Empty(await Repository.ListReferrersAsync(Subject, null, Token).ToListAsync(Token));
        Assert.Empty(Snapshot());
    }

    [Fact]
    public async Task Attaching_the_same_again_writes_nothing()
    {
        await PublishAsync(Repository, "1.0.0");
        await Artifacts.AttachAsync(Repository, Manifest().Descriptor, "sbom", Token);
        var before = Snapshot();

        await using var other = Open();
        await Artifacts.AttachAsync(other.Repository(Name), Manifest().Descriptor, "sbom", Token);

        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Attachers_at_the_same_time_lose_nothing()
    {
        await PublishAsync(Repository, "1.0.0");

        await Parallel.ForEachAsync(Enumerable.Range(0, 12), new ParallelOptions { MaxDegreeOfParallelism = 6, CancellationToken = Token }, async (number, _) =>
        {
            await using var target = Open();
            await Artifacts.AttachAsync(target.Repository(Name), Manifest().Descriptor, $"artifact {number}", Token);
        });

        Assert.Equal(12, await Repository.ListReferrersAsync(Subject, Artifacts.Spdx, Token).CountAsync(Token));
    }

    [Fact]
    public async Task An_artifact_whose_blobs_are_missing_is_refused()
    {
        await PublishAsync(Repository, "1.0.0");

        Assert.Equal(FailureReason.NotFound, await ReasonAsync(() => Repository.PushManifestAsync(Artifacts.Manifest(Manifest().Descriptor, "sbom"), Token)));
        Assert.Empty(await Repository.ListReferrersAsync(Subject, null, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_lost_artifact_is_an_error_and_not_absent()
    {
        await PublishAsync(Repository, "1.0.0");
        var artifact = await Artifacts.AttachAsync(Repository, Manifest().Descriptor, "sbom", Token);
        File.Delete(BlobPath(artifact.Digest));

        await using var other = Open();
        Assert.Equal(
            FailureReason.RegistryError,
            await ReasonAsync(() => other.Repository(Name).ListReferrersAsync(Subject, null, Token).ToListAsync(Token).AsTask()));
    }

    [Fact]
    public async Task Charts_are_found_by_their_layouts()
    {
        await PublishAsync(Repository, "1.0.0");
        await PublishAsync(Target.Repository("b"), "1.0.0");
        Directory.CreateDirectory(LayoutPath("../no-layout"));

        await using var target = Open();
        Assert.Equal([Name, "b"], target.Names());
    }
}
