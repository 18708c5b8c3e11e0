using System.Text;
using ChartRelease.Charts;
using CsCheck;

namespace ChartRelease.Tests.Charts;

public sealed class ChartYamlTests
{
    private const string File = "charts/demo/Chart.yaml";

    private static ChartYaml Parse(string yaml) => ChartYaml.Parse(Encoding.UTF8.GetBytes(yaml), File);

    private static Failure Refuse(string yaml)
    {
        var failure = Assert.Throws<ChartReleaseException>(() => Parse(yaml)).Failure;
        Assert.Equal(FailureReason.InvalidChart, failure.Reason);
        return failure;
    }

    [Fact]
    public void Every_field_that_helm_knows_is_read()
    {
        var metadata = Parse("""
            apiVersion: v2
            name: demo
            version: 1.10
            kubeVersion: ">=1.25"
            description: A demo
            type: library
            keywords: [a, b]
            home: https://example.com
            sources:
              - https://example.com/source
            dependencies:
              - name: redis
                version: 21.x.x
                repository: oci://example.com/charts
                condition: redis.enabled
                tags: [cache]
                alias: cache
                import-values:
                  - data
                  - {child: b, parent: a}
            maintainers:
              - {name: A, email: a@example.com, url: https://a.example.com}
            icon: https://example.com/icon.svg
            appVersion: 1.10
            deprecated: true
            annotations:
              z: "1"
              a: 2
            somethingElse: 1
            """).Metadata;

        Assert.Equal(("v2", "demo", "1.10", ">=1.25"), (metadata.ApiVersion, metadata.Name, metadata.Version, metadata.KubeVersion));
        Assert.Equal("1.10", metadata.AppVersion);
        Assert.True(metadata.Deprecated);
        Assert.Equal(["a", "b"], metadata.Keywords);
        Assert.Equal(["z", "a"], metadata.Annotations.Keys);
        Assert.Equal(new ChartMaintainer("A", "a@example.com", "https://a.example.com"), Assert.Single(metadata.Maintainers));
        var dependency = Assert.Single(metadata.Dependencies);
        Assert.Equal(("redis", "21.x.x", "cache"), (dependency.Name, dependency.Version, dependency.Alias));
        Assert.Equal(["\"data\"", """{"child":"b","parent":"a"}"""], dependency.ImportValues);
    }

    [Theory]
    [InlineData("apiVersion: v2\nname: demo\nversion: 1.0.0\nname: other\n", 4)]
    [InlineData("apiVersion: v2\nname: demo\nversion: 1.0.0\nannotations:\n  a: 1\n  a: 2\n", 6)]
    [InlineData("apiVersion: v2\nname: demo\nversion: [1]\n", 3)]
    [InlineData("apiVersion: v2\nname: demo\nversion: 1.0.0\nkeywords: a\n", 4)]
    [InlineData("apiVersion: v2\nname: demo\nversion: 1.0.0\nmaintainers: [a]\n", 4)]
    [InlineData("apiVersion: v2\nname: demo\nversion: 1.0.0\ndeprecated: maybe\n", 4)]
    [InlineData("apiVersion: v2\nname: demo\n\tversion: 1.0.0\n", 2)]
    [InlineData("apiVersion: v2\nname: demo\nversion: 1.0.0\n---\na: 1\n", 4)]
    [InlineData("apiVersion: v2\nname: ../demo\nversion: 1.0.0\n", 2)]
    [InlineData("apiVersion: v2\nname: demo\nversion: 1.0.0/2\n", 3)]
    [InlineData("apiVersion: v2\nname: demo\nversion: *nothing\n", 3)]
    [InlineData("apiVersion: v2\nname: ''\nversion: 1.0.0\n", 2)]
    [InlineData("name: demo\nversion: 1.0.0\n", 1)]
    [InlineData("- a\n", 1)]
    [InlineData("", 1)]
    public void A_file_that_is_no_chart_is_refused_with_its_line(string yaml, int line) =>
        Assert.Equal(new SourceLocation(File, line), Refuse(yaml).Location);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused_with_their_line()
    {
        var failure = Assert.Throws<ChartReleaseException>(() => ChartYaml.Parse("name: a\nversion: \xff"u8.ToArray()[..^2].Append((byte)0xff).ToArray(), File)).Failure;
        Assert.Equal(new SourceLocation(File, 2), failure.Location);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_read() =>
        Assert.Equal("demo", Parse("\uFEFFapiVersion: v2\r\nname: demo\r\nversion: 1.0.0\r\n").Metadata.Name);

    [Fact]
    public void A_merge_key_brings_fields_in() =>
        Assert.Equal("1.0.0", Parse("x: &base\n  version: 1.0.0\napiVersion: v2\nname: demo\n<<: *base\n").Metadata.Version);

    [Fact]
    public void A_field_is_located_by_its_line() => Assert.Equal(3, Parse(MemoryChartSource.ChartYaml).Locate("version").Line);

    [Fact]
    public void Whatever_the_bytes_are_the_answer_is_a_chart_or_a_failure() =>
        Gen.OneOf(
            Gen.Byte.Array[0, 60],
            Gen.OneOf("a: ", "- ", "\n", "&a ", "*a", "{", "}", "[", "]", "!!str ", "|\n", "'", "\"", "%YAML 1.2\n", "---\n", "...\n", "? ", ": ", "\t", "#", "é", "\u2028", "version: 1.0.0\n")
                .Array[0, 30].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts))))
        .Sample(
            bytes =>
            {
                try
                {
                    ChartYaml.Parse(bytes, File);
                }
                catch (ChartReleaseException exception)
                {
                    Assert.Equal(FailureReason.InvalidChart, exception.Reason);
                }
            },
            iter: 5_000);
}
