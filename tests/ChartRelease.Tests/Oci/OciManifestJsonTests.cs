using System.Text;
using ChartRelease.Oci;

namespace ChartRelease.Tests.Oci;

public sealed class OciManifestJsonTests
{
    private const string Hash = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Config = $$"""{"mediaType":"application/vnd.cncf.helm.config.v1+json","digest":"sha256:{{Hash}}","size":2}""";

    [Fact]
    public void The_bytes_are_compact_with_keys_in_a_fixed_order()
    {
        var manifest = Manifest(new() { ["b"] = "2", ["B"] = "1", ["a+b"] = "<é&'😀\u2028>" });

        var json = Encoding.UTF8.GetString(OciManifestJson.Serialize(manifest));

        Assert.Equal(
            $$"""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{{Config}},"layers":[{{Config}},{{Config}}],"annotations":{"B":"1","a+b":"<é&'😀"""
                + "\u2028" + """>","b":"2"}}""",
            json);
    }

    [Fact]
    public void Only_quotes_backslashes_and_control_characters_are_escaped()
    {
        var json = Encoding.UTF8.GetString(OciManifestJson.Serialize(Manifest(new() { ["a"] = "\"\\\b\t\n\f\r\u0000\u001f\u007f/" })));

        Assert.Contains("{\"a\":\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\u007f/\"}", json, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_artifact_is_and_refers_to_stands_where_the_specification_has_it()
    {
        var artifact = Manifest(new() { ["a"] = "b" }) with { ArtifactType = "application/spdx+json", Subject = new("text/plain", Digest.Of([]), 3) };

        var bytes = OciManifestJson.Serialize(artifact);

        Assert.Equal(
            $$"""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","artifactType":"application/spdx+json","config":{{Config}},"""
                + $$"""
                  "layers":[{{Config}},{{Config}}],"subject":{"mediaType":"text/plain","digest":"sha256:{{Hash}}","size":3},"annotations":{"a":"b"
                  """ + "}}",
            Encoding.UTF8.GetString(bytes));
        Assert.Equal((artifact.ArtifactType, artifact.Subject), OciManifestJson.Parse(bytes, "here") is var read ? (read.ArtifactType, read.Subject) : default);
    }

    [Fact]
    public void Without_annotations_the_key_is_left_out() =>
        Assert.DoesNotContain("annotations", Encoding.UTF8.GetString(OciManifestJson.Serialize(Manifest([]))), StringComparison.Ordinal);

    [Fact]
    public void Half_a_surrogate_pair_is_refused() =>
        Assert.Equal(
            FailureReason.InvalidChart,
            Assert.Throws<ChartReleaseException>(() => OciManifestJson.Serialize(Manifest(new() { ["a"] = "\uD83D" }))).Reason);

    [Fact]
    public void What_is_written_reads_back()
    {
        var manifest = Manifest(new() { ["title"] = "\"quoted\" – ünïcödé" });

        var read = OciManifestJson.Parse(OciManifestJson.Serialize(manifest), "here");

        Assert.Equal(manifest.Config, read.Config);
        Assert.Equal(manifest.Layers, read.Layers);
        Assert.Equal(manifest.Annotations, read.Annotations);
    }

    [Fact]
    public void A_manifest_as_helm_pushes_it_has_no_media_type_and_is_read()
    {
        var read = Parse($$"""{"schemaVersion":2,"config":{{Config}},"layers":[{{Config}}],"annotations":{"a":"b"},"subject":null}""");

        Assert.Equal("sha256:" + Hash, read.Config.Digest.Value);
        Assert.Equal(2, Assert.Single(read.Layers).Size);
        Assert.Equal("b", read.Annotations["a"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("<html>")]
    [InlineData("{}")]
    [InlineData("""{"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"manifests":[]}""")]
    [InlineData("""{"schemaVersion":2,"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}}}""")]
    [InlineData($$"""{"config":{{Config}},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":1,"config":{{Config}},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":"2","config":{{Config}},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"layers":null}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"layers":{} }""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"layers":[]} {}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"config":{{Config}},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"layers":[],"annotations":{"a":"1","a":"2"} }""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"layers":[],"annotations":{"a":1} }""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"layers":[],"annotations":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{{Config}},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"mediaType":2,"config":{{Config}},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{"mediaType":"a/b","digest":"sha256:abc","size":1},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{"mediaType":"a/b","digest":"sha256:{{Hash}}","size":-1},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{"mediaType":"a/b","digest":"sha256:{{Hash}}","size":1.5},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{"mediaType":"a/b","digest":"sha256:{{Hash}}","size":"1"},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{"mediaType":"","digest":"sha256:{{Hash}}","size":1},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{"digest":"sha256:{{Hash}}","size":1},"layers":[]}""")]
    [InlineData($$"""{"schemaVersion":2,"config":{{Config}},"layers":[7]}""")]
    public void What_is_no_image_manifest_is_refused(string json) =>
        Assert.Equal(FailureReason.RegistryError, Assert.Throws<ChartReleaseException>(() => Parse(json)).Reason);

    [Fact]
    public void Bytes_that_are_no_UTF8_are_refused()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($$"""{"schemaVersion":2,"config":{{Config}},"layers":[],"annotations":{"a":"""), (byte)'"', 0xC3, 0x28, (byte)'"', (byte)'}', (byte)'}'];

        Assert.Equal(FailureReason.RegistryError, Assert.Throws<ChartReleaseException>(() => OciManifestJson.Parse(bytes, "here")).Reason);
    }

    private static OciManifest Parse(string json) => OciManifestJson.Parse(Encoding.UTF8.GetBytes(json), "oci://localhost/app:1.0.0");

    private static OciManifest Manifest(Dictionary<string, string> annotations)
    {
        var descriptor = new Descriptor(MediaTypes.HelmConfig, Digest.Parse("sha256:" + Hash), 2);
        return new() { Config = descriptor, Layers = [descriptor, descriptor], Annotations = annotations };
    }
}
