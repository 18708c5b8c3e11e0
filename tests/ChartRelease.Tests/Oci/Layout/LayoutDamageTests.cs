namespace ChartRelease.Tests.Oci.Layout;

public sealed class LayoutDamageTests : LayoutTests
{
    private const string Entry = """{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":0,"annotations":{"org.opencontainers.image.ref.name":"1.0.0"}}""";

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":2}""")]
    [InlineData("""{"schemaVersion":1,"manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":{}}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[1]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[],"manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"annotations":[]}]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"annotations":{"org.opencontainers.image.ref.name":1}}]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[{"annotations":{"org.opencontainers.image.ref.name":"1.0.0"}}]}""")]
    [InlineData($$"""{"schemaVersion":2,"manifests":[{{Entry}}]}""")]
    public async Task A_damaged_index_is_an_error_and_stays_as_it_is(string index)
    {
        await PublishAsync(Repository, "1.0.0");
        await File.WriteAllTextAsync(LayoutPath("index.json"), index, Token);

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
        Assert.Equal(index, await File.ReadAllTextAsync(LayoutPath("index.json"), Token));
    }

    [Fact]
    public async Task Nothing_is_written_to_a_layout_with_a_damaged_index()
    {
        await PublishAsync(Repository, "1.0.0");
        await File.WriteAllTextAsync(LayoutPath("index.json"), "{", Token);
        var before = Snapshot();

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.PushBlobAsync(Manifest("other"), Token)));
        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.PushManifestAsync(Manifest("2"), "2.0.0", Token)));
        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ListTagsAsync(Token).ToListAsync(Token).AsTask()));
        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Target.ProvePushAccessAsync(Name, Token)));
        Assert.Equal(before, Snapshot());
    }

    [Fact]
    public async Task A_tag_that_names_two_manifests_is_an_error()
    {
        await PublishAsync(Repository, "1.0.0");
        var other = Entry.Replace("\"size\":0", "\"size\":1", StringComparison.Ordinal);
        await File.WriteAllTextAsync(LayoutPath("index.json"), $$"""{"schemaVersion":2,"manifests":[{{Entry}},{{other}}]}""", Token);

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
    }

    [Fact]
    public async Task A_tag_that_names_an_image_index_is_an_error()
    {
        await PublishAsync(Repository, "1.0.0");
        await File.WriteAllTextAsync(
            LayoutPath("index.json"),
            $$"""{"schemaVersion":2,"manifests":[{{Entry.Replace("image.manifest", "image.index", StringComparison.Ordinal)}}]}""",
            Token);

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
    }

    [Theory]
    [InlineData("oci-layout")]
    [InlineData("index.json")]
    public async Task A_layout_that_lost_a_file_is_an_error(string file)
    {
        await PublishAsync(Repository, "1.0.0");
        File.Delete(LayoutPath(file));

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.PushManifestAsync(Manifest("2"), "1.0.0", Token)));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"imageLayoutVersion":"2.0.0"}""")]
    [InlineData("text")]
    public async Task A_layout_of_another_version_is_an_error(string marker)
    {
        await PublishAsync(Repository, "1.0.0");
        await File.WriteAllTextAsync(LayoutPath("oci-layout"), marker, Token);

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
    }

    [Fact]
    public async Task A_lost_manifest_is_an_error_and_not_an_absent_tag()
    {
        await PublishAsync(Repository, "1.0.0");
        File.Delete(BlobPath(Manifest().Descriptor.Digest));

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_manifest_is_an_error(bool sameSize)
    {
        await PublishAsync(Repository, "1.0.0");
        Damage(BlobPath(Manifest().Descriptor.Digest), sameSize);

        Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
        Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => Repository.FetchManifestAsync(Manifest().Descriptor.Digest, Token)));
        Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => Repository.PushManifestAsync(Manifest(), "1.0.0", Token)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_damaged_blob_is_an_error_wherever_it_is_met(bool sameSize)
    {
        await PublishAsync(Repository, "1.0.0");
        Damage(BlobPath(Archive.Descriptor.Digest), sameSize);

        Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => Repository.ExistsAsync(Archive.Descriptor, Token)));
        Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => Repository.PushBlobAsync(Archive, Token)));
        Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => Repository.PushManifestAsync(Manifest(), "1.0.0", Token)));
        await using var stream = await Repository.FetchBlobAsync(Archive.Descriptor, Token);
        Assert.Equal(FailureReason.DigestMismatch, await ReasonAsync(() => stream.CopyToAsync(Stream.Null, Token)));
    }

    [Fact]
    public async Task A_blob_that_cannot_be_read_is_an_error_and_not_absent()
    {
        Directory.CreateDirectory(BlobPath(Config.Descriptor.Digest));

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ExistsAsync(Config.Descriptor, Token)));
    }

    [Fact]
    public async Task A_layout_that_cannot_be_reached_is_an_error_and_not_absent()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Links need a right there.");
        var folder = Path.TrimEndingDirectorySeparator(LayoutPath(""));
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        Directory.CreateSymbolicLink(folder, folder);

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
    }

    [Fact]
    public async Task A_folder_that_holds_something_else_is_not_written_to()
    {
        Directory.CreateDirectory(LayoutPath("templates"));

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.PushBlobAsync(Config, Token)));
        Assert.Equal(["templates"], Directory.GetFileSystemEntries(LayoutPath("")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task A_file_in_place_of_the_layout_is_an_error()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LayoutPath("")[..^1])!);
        await File.WriteAllTextAsync(LayoutPath("")[..^1], "", Token);

        Assert.Equal(FailureReason.RegistryError, await ReasonAsync(() => Repository.ResolveAsync("1.0.0", Token)));
    }

    private static void Damage(string path, bool sameSize)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^1] ^= 1;
        File.WriteAllBytes(path, sameSize ? bytes : bytes[..^1]);
    }
}
