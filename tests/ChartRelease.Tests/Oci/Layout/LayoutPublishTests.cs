using ChartRelease.Oci.Layout;
using System.Text.Json;
using ChartRelease.Oci;

namespace ChartRelease.Tests.Oci.Layout;

public sealed class LayoutPublishTests : LayoutTests
{
    [Fact]
    public async Task Where_nothing_is_everything_is_absent()
    {
        Assert.Null(await Repository.ResolveAsync("1.0.0", Token));
        Assert.False(await Repository.ExistsAsync(Config.Descriptor, Token));
        Assert.Empty(await Repository.ListTagsAsync(Token).ToListAsync(Token));
        Assert.Equal(FailureReason.NotFound, await ReasonAsync(() => Repository.FetchManifestAsync(Digest.Of([]), Token)));
        Assert.Equal(FailureReason.NotFound, await ReasonAsync(() => Repository.FetchBlobAsync(Config.Descriptor, Token)));
        Assert.Empty(Snapshot());
    }

    [Fact]
    public async Task What_is_published_reads_back_by_tag_by_digest_and_byte_for_byte()
    {
        var manifest = Manifest();
        await PublishAsync(Repository, "1.0.0", manifest);

        await using var other = Open();
        var resolved = await other.Repository(Name).ResolveAsync("1.0.0", Token);
        var fetched = await other.Repository(Name).FetchManifestAsync(manifest.Descriptor.Digest, Token);
        await using var blob = await other.Repository(Name).FetchBlobAsync(Archive.Descriptor, Token);
        using var content = new MemoryStream();
        await blob.CopyToAsync(content, Token);

        Assert.Equal(manifest.Descriptor, resolved!.Descriptor);
        Assert.Equal(manifest.Descriptor, fetched.Descriptor);
        Assert.Equal(manifest.Descriptor.Digest, Digest.Of(resolved.Bytes.Span));
        Assert.Equal(resolved.Bytes.ToArray(), fetched.Bytes.ToArray());
        Assert.Equal(Archive.Descriptor, Assert.Single(resolved.Manifest.Layers));
        Assert.Equal(Archive.Descriptor.Digest, Digest.Of(content.ToArray()));
        Assert.Null(await other.Repository(Name).ResolveAsync("1.0.1", Token));
    }

    [Fact]
    public async Task The_files_are_those_of_the_specification()
    {
        var manifest = Manifest();
        await PublishAsync(Repository, "1.0.0", manifest);

        Assert.Equal(
            ["blobs", "index.json", "oci-layout"],
            Directory.GetFileSystemEntries(LayoutPath("")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Equal("""{"imageLayoutVersion":"1.0.0"}""", await File.ReadAllTextAsync(LayoutPath("oci-layout"), Token));
        Assert.Equal(
            "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + $"\"digest\":\"{manifest.Descriptor.Digest}\",\"size\":{manifest.Descriptor.Size},\"annotations\":{{\"org.opencontainers.image.ref.name\":\"1.0.0\"}}}}]}}",
            await File.ReadAllTextAsync(LayoutPath("index.json"), Token));
        Assert.Equal(
            new[] { Config.Descriptor.Digest, Archive.Descriptor.Digest, manifest.Descriptor.Digest }.Select(BlobPath).Order(StringComparer.Ordinal),
            Directory.GetFiles(LayoutPath("blobs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Publishing_the_same_again_writes_nothing()
    {
        await PublishAsync(Repository, "1.0.0");
        var before = Snapshot();

        await using var other = Open();
        Assert.False(await other.Repository(Name).PushBlobAsync(Config, Token));
        await PublishAsync(other.Repository(Name), "1.0.0");

        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task Versions_stand_beside_each_other()
    {
        await PublishAsync(Repository, "1.0.0", Manifest("1"));
        await PublishAsync(Repository, "1.1.0_build", Manifest("2"));

        Assert.Equal(["1.0.0", "1.1.0_build"], await Repository.ListTagsAsync(Token).ToListAsync(Token));
        Assert.Equal(Manifest("1").Descriptor, (await Repository.ResolveAsync("1.0.0", Token))!.Descriptor);
        Assert.Equal(Manifest("2").Descriptor, (await Repository.ResolveAsync("1.1.0_build", Token))!.Descriptor);
    }

    [Fact]
    public async Task Other_annotations_are_the_same_content_and_move_nothing()
    {
        await PublishAsync(Repository, "1.0.0", Manifest("1"));
        await PublishAsync(Repository, "1.0.0", Manifest("2"));

        Assert.Equal(Manifest("1").Descriptor, (await Repository.ResolveAsync("1.0.0", Token))!.Descriptor);
    }

    [Fact]
    public async Task A_tag_is_not_moved_to_other_content()
    {
        var other = Blob.FromBytes(MediaTypes.HelmChart, [1, 2, 3]);
        await PublishAsync(Repository, "1.0.0", Manifest());
        await Repository.PushBlobAsync(other, Token);
        var conflicting = Blob.FromBytes(
            MediaTypes.Manifest, OciManifestJson.Serialize(new OciManifest { Config = Config.Descriptor, Layers = [other.Descriptor] }));

        Assert.Equal(FailureReason.VersionConflict, await ReasonAsync(() => Repository.PushManifestAsync(conflicting, "1.0.0", Token)));
        Assert.Equal(Manifest().Descriptor, (await Repository.ResolveAsync("1.0.0", Token))!.Descriptor);
    }

    [Fact]
    public async Task A_manifest_whose_blobs_are_missing_is_refused()
    {
        await Repository.PushBlobAsync(Config, Token);

        Assert.Equal(FailureReason.NotFound, await ReasonAsync(() => Repository.PushManifestAsync(Manifest(), "1.0.0", Token)));
        Assert.Null(await Repository.ResolveAsync("1.0.0", Token));
    }

    [Fact]
    public async Task What_is_no_manifest_is_refused() =>
        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.PushManifestAsync(Config, "1.0.0", Token)));

    [Theory]
    [InlineData("")]
    [InlineData("1.0.0+build")]
    [InlineData("../1.0.0")]
    public async Task What_is_no_tag_is_refused(string tag) =>
        Assert.Equal(FailureReason.InvalidReference, await ReasonAsync(() => PublishAsync(Repository, tag)));

    [Fact]
    public async Task Content_that_is_not_what_its_digest_says_is_never_stored()
    {
        var other = Config with { OpenAsync = Of("""{"name":"app","version":"6.6.6"}"""u8.ToArray()) };
        var longer = Config with { OpenAsync = Archive.OpenAsync };
        var shorter = Config with { OpenAsync = Of([]) };

        foreach (var blob in new[] { other, longer, shorter })
        {
            Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => Repository.PushBlobAsync(blob, Token)));
        }

        Assert.Empty(Directory.GetFiles(LayoutPath("blobs"), "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_source_that_fails_to_open_leaves_nothing_and_can_be_tried_again()
    {
        await Assert.ThrowsAsync<FileNotFoundException>(() => Repository.PushBlobAsync(Config with { OpenAsync = _ => throw new FileNotFoundException() }, Token));

        Assert.True(await Repository.PushBlobAsync(Config, Token));
    }

    [Fact]
    public async Task Digests_may_be_sha512()
    {
        byte[] content = [1, 2, 3];
        var digest = Digest.Parse("sha512:" + Convert.ToHexStringLower(System.Security.Cryptography.SHA512.HashData(content)));
        var blob = new Blob(new("text/plain", digest, 3), _ => ValueTask.FromResult<Stream>(new MemoryStream(content)));

        Assert.True(await Repository.PushBlobAsync(blob, Token));
        Assert.True(await Repository.ExistsAsync(blob.Descriptor, Token));
        Assert.True(File.Exists(BlobPath(digest)));
    }

    [Fact]
    public async Task What_other_programs_wrote_into_the_index_is_kept()
    {
        await PublishAsync(Repository, "1.0.0", Manifest("1"));
        const string Foreign = """{"mediaType":"application/vnd.oci.image.index.v1+json","digest":"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":12345678901234567890,"platform":{"os":"plan9"},"annotations":{"org.opencontainers.image.ref.name":"ghcr.io/a/b:1","x":"é"}}""";
        await File.WriteAllTextAsync(
            LayoutPath("index.json"),
            $$"""{"vendor":[1.50,null],"schemaVersion":2,"manifests":[{{Foreign}}, {"note":"no annotations"}, {"annotations":null}],"annotations":{"made":"by hand"} }""",
            Token);

        await PublishAsync(Repository, "2.0.0", Manifest("2"));

        using var index = JsonDocument.Parse(await File.ReadAllTextAsync(LayoutPath("index.json"), Token));
        var root = index.RootElement;
        Assert.Equal(["vendor", "schemaVersion", "manifests", "annotations"], root.EnumerateObject().Select(property => property.Name));
        Assert.Equal("[1.50,null]", root.GetProperty("vendor").GetRawText());
        Assert.Equal(Foreign, root.GetProperty("manifests")[0].GetRawText());
        Assert.Equal("by hand", root.GetProperty("annotations").GetProperty("made").GetString());
        Assert.Equal(4, root.GetProperty("manifests").GetArrayLength());
        Assert.Equal(["2.0.0"], await Repository.ListTagsAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task An_entry_that_loses_its_tag_keeps_everything_else()
    {
        await PublishAsync(Repository, "1.0.0", Manifest("1"));
        var path = LayoutPath("index.json");
        var edited = (await File.ReadAllTextAsync(path, Token)).Replace("\"annotations\":{", "\"x\":1,\"annotations\":{\"y\":\"2\",", StringComparison.Ordinal);

        using var index = JsonDocument.Parse(LayoutIndex.Parse(System.Text.Encoding.UTF8.GetBytes(edited)).WithTag("1.0.0", Manifest("2").Descriptor));
        var old = index.RootElement.GetProperty("manifests")[0];
        Assert.Equal(1, old.GetProperty("x").GetInt32());
        Assert.Equal("""{"y":"2"}""", old.GetProperty("annotations").GetRawText());
    }

    private static Func<CancellationToken, ValueTask<Stream>> Of(byte[] content) => _ => ValueTask.FromResult<Stream>(new MemoryStream(content));
}
