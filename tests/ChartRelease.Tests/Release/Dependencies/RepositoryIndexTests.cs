using System.Text;
using ChartRelease.Release.Dependencies;
using ChartRelease.Release.Dependencies.Repositories;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Dependencies;

public sealed class RepositoryIndexTests
{
    private const string Index = """
        apiVersion: v1
        entries:
          none: null
          leaf:
          - annotations: {a: [1, {b: c}]}
            dependencies:
            - name: other
              version: 9.9.9
            version: v1.10.0
            urls: [a.tgz, b.tgz]
            digest: ""
          - version: 1.9.0
            urls: []
            digest: abc
        generated: x
        """;

    [Theory]
    [InlineData("leaf", "v1.10.0", "a.tgz", null)]
    [InlineData("leaf", "1.10.0", "a.tgz", null)]
    [InlineData("leaf", "1.9.0", null, "abc")]
    public void A_version_is_found_by_its_text_or_beside_a_v(string name, string version, string? url, string? digest)
    {
        var entry = Parse(Index).Find(name, version)!;
        Assert.Equal((url, digest), (entry.Urls.Count > 0 ? entry.Urls[0] : null, entry.Digest));
    }

    [Theory]
    [InlineData("leaf", "9.9.9")]
    [InlineData("leaf", "1.1.0")]
    [InlineData("none", "1.9.0")]
    [InlineData("other", "9.9.9")]
    public void What_is_not_listed_is_not_found(string name, string version) => Assert.Null(Parse(Index).Find(name, version));

    [Fact]
    public void An_index_may_be_JSON() =>
        Assert.Equal(["x"], Parse("""{"apiVersion":"v1","entries":{"leaf":[{"version":"1.0.0","urls":["x"]}]}}""").Find("leaf", "1.0.0")!.Urls);

    [Theory]
    [InlineData("<html>")]
    [InlineData("")]
    [InlineData("- a")]
    [InlineData("entries:\n  leaf:\n  - text")]
    [InlineData("entries: {")]
    public void What_is_no_index_is_refused(string content) => ReleaseAssert.Fails(FailureReason.RegistryError, () => Parse(content));

    [Fact]
    public void What_is_not_UTF8_is_refused() =>
        ReleaseAssert.Fails(FailureReason.RegistryError, () => RepositoryIndex.Parse([(byte)'a', 0xFF, 0xFE, (byte)':'], "host/index.yaml"));

    [Theory]
    [InlineData("https://h/charts", "a.tgz", "https://h/charts/a.tgz")]
    [InlineData("https://h/charts/", "../a.tgz", "https://h/a.tgz")]
    [InlineData("https://h/charts?key=1", "sub/a.tgz", "https://h/charts/sub/a.tgz?key=1")]
    [InlineData("https://h/charts", "/a.tgz", "https://h/a.tgz")]
    [InlineData("https://h/charts?key=1", "https://other/a.tgz", "https://other/a.tgz")]
    [InlineData("https://h/charts", "oci://other/charts/a:1.0.0", "oci://other/charts/a:1.0.0")]
    public void Addresses_are_resolved_as_helm_does(string repository, string url, string expected) =>
        Assert.Equal(expected, RepositoryAddress.Resolve(new Uri(repository), url)?.OriginalString.Replace(":443", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("oci://h/charts/a:1.0.0", "oci://h/charts", "a", "1.0.0")]
    [InlineData("oci://h:5000/charts/a", "oci://h:5000/charts", "a", null)]
    public void An_address_in_a_registry_is_taken_apart(string address, string parent, string name, string? tag) =>
        Assert.Equal((parent, name, tag), OciAddress.Split(address));

    private static RepositoryIndex Parse(string content) => RepositoryIndex.Parse(Encoding.UTF8.GetBytes(content), "host/index.yaml");
}
