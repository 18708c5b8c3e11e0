using System.Text;
using ChartRelease.Oci;
using ChartRelease.Oci.Referrers;

namespace ChartRelease.Tests.Oci.Referrers;

public sealed class OciIndexJsonTests
{
    private const string Entry = """{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855","size":7""";
    private const string Head = """{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[""";

    private static readonly Descriptor _manifest = new(MediaTypes.Manifest, Digest.Of([]), 7);

    [Fact]
    public void The_bytes_are_compact_with_keys_in_a_fixed_order()
    {
        var index = new OciIndex(
        [
            new Referrer(_manifest),
            new Referrer(_manifest) { ArtifactType = "a/b", Annotations = new Dictionary<string, string> { ["b"] = "2", ["a"] = "\"1\"" } },
        ]);

        Assert.Equal(
            Head + Entry + "}," + Entry + ""","annotations":{"a":"\"1\"","b":"2"},"artifactType":"a/b"}]}""",
            Encoding.UTF8.GetString(OciIndexJson.Serialize(index)));
    }

    [Fact]
    public void What_is_written_reads_back()
    {
        var entry = new Referrer(_manifest) { ArtifactType = "a/b", Annotations = new Dictionary<string, string> { ["a"] = "1" } };

        var read = OciIndexJson.Parse(OciIndexJson.Serialize(new OciIndex([entry])), "here");

        var only = Assert.Single(read.Manifests);
        Assert.Equal((entry.Manifest, entry.ArtifactType), (only.Manifest, only.ArtifactType));
        Assert.Equal(entry.Annotations, only.Annotations);
        Assert.True(read.Contains(_manifest.Digest));
        Assert.False(OciIndex.Empty.Contains(_manifest.Digest));
    }

    [Theory]
    [InlineData("""{"schemaVersion":2,"manifests":null}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[]}""")]
    public void An_empty_list_is_written_in_several_ways(string json) => Assert.Empty(OciIndexJson.Parse(Encoding.UTF8.GetBytes(json), "here").Manifests);

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":2}""")]
    [InlineData("""{"schemaVersion":1,"manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":{}}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[{}]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[],"manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"config":{},"layers":[]}""")]
    public void Anything_else_is_an_error(string json) => Assert.Equal(
        FailureReason.RegistryError,
        Assert.Throws<ChartReleaseException>(() => OciIndexJson.Parse(Encoding.UTF8.GetBytes(json), "here")).Reason);

    [Fact]
    public void Lists_merge_without_losing_an_entry_or_a_word_of_others()
    {
        var foreign = Entry + ""","platform":{"os":"linux"},"x":[1, 2]}""";
        var held = ReferrersList.Parse(Encoding.UTF8.GetBytes(Head + foreign + "]}"), "here");
        var own = ReferrersList.Of(new Referrer(new Descriptor(MediaTypes.Manifest, Digest.Of([1]), 1)) { ArtifactType = "a/b" });

        var merged = held.With(own).With(held);

        Assert.False(held.Covers(own));
        Assert.True(merged.Covers(own) && merged.Covers(held) && merged.Covers(ReferrersList.Empty));
        Assert.StartsWith(Head + foreign + ",", Encoding.UTF8.GetString(merged.ToBytes()), StringComparison.Ordinal);
        Assert.Equal(2, OciIndexJson.Parse(merged.ToBytes(), "here").Manifests.Count);
    }

    [Fact]
    public void The_tag_of_a_list_is_made_of_the_digest_and_is_no_version()
    {
        var long512 = Digest.Parse("sha512:" + new string('a', 128));

        Assert.Equal("sha256-" + Digest.Of([]).Hex, ReferrersTag.Of(Digest.Of([])));
        Assert.Equal("sha512-" + new string('a', 64), ReferrersTag.Of(long512));
        Assert.True(ReferrersTag.Is(ReferrersTag.Of(long512)));
        Assert.All((string[])["1.0.0", "sha256-abc", "sha256-" + new string('g', 64)], tag => Assert.False(ReferrersTag.Is(tag)));
    }
}
