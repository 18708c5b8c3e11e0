using ChartRelease.Oci;
using ChartRelease.Oci.Auth;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Tests.Oci.Auth;

public sealed class RealmTests
{
    [Theory]
    [InlineData("r.example", false, "https://auth.example/token", true)]
    [InlineData("r.example", false, "http://r.example/token", false)]
    [InlineData("r.example", false, "http://127.0.0.1/token", false)]
    [InlineData("r.example", true, "http://r.example:8080/token", true)]
    [InlineData("r.example", true, "http://auth.example/token", false)]
    [InlineData("r.example", true, "http://127.0.0.1/token", false)]
    [InlineData("127.0.0.1:5000", false, "http://127.0.0.1:5001/token", true)]
    [InlineData("127.0.0.1:5000", false, "http://localhost:5001/token", true)]
    [InlineData("127.0.0.1:5000", false, "http://auth.example/token", false)]
    public void A_credential_goes_to_safe_token_servers_only(string host, bool plainHttp, string realm, bool safe)
    {
        var endpoint = RegistryEndpoint.Of(new RegistryReference(host, ""), new RegistryOptions { PlainHttp = plainHttp });
        Assert.Equal(safe, Realm.IsSafe(new Uri(realm), endpoint, new Credential("u", new Secret("p"), "a test")));
    }

    [Theory]
    [InlineData("https://ghcr.io/token", true)]
    [InlineData("https://ghcr.io.example/token", false)]
    [InlineData("https://auth.example/token", false)]
    public async Task GITHUB_TOKEN_goes_to_a_token_server_on_ghcr_io_only(string realm, bool safe)
    {
        var endpoint = RegistryEndpoint.Of(new RegistryReference("ghcr.io", "owner"), new RegistryOptions());
        var credential = await new GitHubCredentials(name => name == "GITHUB_TOKEN" ? "t" : null).FindAsync("ghcr.io", TestContext.Current.CancellationToken);
        Assert.Equal(safe, Realm.IsSafe(new Uri(realm), endpoint, credential!));
    }
}
