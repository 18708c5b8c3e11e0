using ChartRelease.Charts;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Packaging;

/// <summary>Annotations as helm derives them: https://github.com/helm/helm/blob/v4.1.4/pkg/registry/chart.go</summary>
public sealed class ChartManifestTests
{
    private static readonly Descriptor _config = Blob.FromBytes(MediaTypes.HelmConfig, "{}"u8.ToArray()).Descriptor;
    private static readonly Descriptor _layer = Blob.FromBytes(MediaTypes.HelmChart, "x"u8.ToArray()).Descriptor;

    [Fact]
    public void Every_field_has_its_annotation() => Assert.Equal(
        new Dictionary<string, string>
        {
            ["org.opencontainers.image.title"] = "app",
            ["org.opencontainers.image.version"] = "1.2.3",
            ["org.opencontainers.image.description"] = "An app.",
            ["org.opencontainers.image.url"] = "https://example.com",
            ["org.opencontainers.image.source"] = "https://example.com/source",
            ["org.opencontainers.image.authors"] = "Ann (ann@example.com), Bob",
            ["org.opencontainers.image.created"] = "2026-01-02T03:04:05Z",
            ["org.opencontainers.image.revision"] = Packages.Origin.Commit,
        },
        Annotations(Packages.Metadata() with
        {
            Description = "An app.",
            Home = "https://example.com",
            Sources = ["https://example.com/source", "https://example.com/other"],
            Maintainers = [new ChartMaintainer("Ann", "ann@example.com"), new ChartMaintainer("Bob")],
        }));

    [Fact]
    public void What_is_absent_or_blank_has_none() => Assert.Equal(
        ["org.opencontainers.image.created", "org.opencontainers.image.revision", "org.opencontainers.image.title", "org.opencontainers.image.version"],
        Annotations(Packages.Metadata() with { Description = " ", Home = "", Sources = [""] }).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Uncommitted_content_claims_no_commit_and_no_time()
    {
        var annotations = ChartManifest.Create(Packages.Metadata(), _config, _layer, origin: null).Annotations;

        Assert.DoesNotContain("org.opencontainers.image.revision", annotations);
        Assert.DoesNotContain("org.opencontainers.image.created", annotations);
    }

    [Fact]
    public void Annotations_of_Chart_yaml_are_added_and_go_before_what_is_derived()
    {
        var annotations = Annotations(Packages.Metadata() with
        {
            Home = "https://example.com",
            Annotations = new Dictionary<string, string>
            {
                ["example.com/a"] = "b",
                ["org.opencontainers.image.url"] = "https://other.example",
                ["org.opencontainers.image.created"] = "2000-01-01T00:00:00Z",
            },
        });

        Assert.Equal("b", annotations["example.com/a"]);
        Assert.Equal("https://other.example", annotations["org.opencontainers.image.url"]);
        Assert.Equal("2000-01-01T00:00:00Z", annotations["org.opencontainers.image.created"]);
    }

    [Fact]
    public void Title_version_and_revision_cannot_be_replaced()
    {
        string[] names = ["title", "version", "revision"];
        var annotations = Annotations(Packages.Metadata() with
        {
            Annotations = names.ToDictionary(name => $"org.opencontainers.image.{name}", _ => "forged"),
        });

        Assert.DoesNotContain("forged", annotations.Values);
    }

    [Fact]
    public void Config_and_layer_are_those_given()
    {
        var manifest = ChartManifest.Create(Packages.Metadata(), _config, _layer, Packages.Origin);

        Assert.Equal(_config, manifest.Config);
        Assert.Equal([_layer], manifest.Layers);
    }

    private static IReadOnlyDictionary<string, string> Annotations(ChartMetadata metadata) =>
        ChartManifest.Create(metadata, _config, _layer, Packages.Origin).Annotations;
}
