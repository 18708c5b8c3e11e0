using ChartRelease.Oci;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class RegistryEndpointTests
{
    [Theory]
    [InlineData("ghcr.io", false, null, "https://ghcr.io/")]
    [InlineData("docker.io", false, null, "https://registry-1.docker.io/")]
    [InlineData("registry.example:5000", false, null, "https://registry.example:5000/")]
    [InlineData("registry.example:5000", true, null, "http://registry.example:5000/")]
    [InlineData("127.0.0.1:5000", false, null, "http://127.0.0.1:5000/")]
    [InlineData("localhost:5000", false, null, "http://localhost:5000/")]
    [InlineData("[::1]:5000", false, null, "http://[::1]:5000/")]
    [InlineData("localhost:5000", false, "ca.pem", "https://localhost:5000/")]
    public void TLS_is_spoken_unless_the_host_is_this_machine_or_HTTP_is_asked_for(string host, bool plainHttp, string? caFile, string expected)
    {
        var endpoint = RegistryEndpoint.Of(new RegistryReference(host, "charts"), new RegistryOptions { PlainHttp = plainHttp, CaFile = caFile });
        Assert.Equal(expected, endpoint.Root.AbsoluteUri);
        Assert.Equal(expected.StartsWith("http:", StringComparison.Ordinal), endpoint.UsesPlainHttp);
        Assert.Equal(host, endpoint.Host);
    }
}
