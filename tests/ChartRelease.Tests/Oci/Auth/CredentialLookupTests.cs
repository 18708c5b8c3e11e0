using ChartRelease.Oci;
using ChartRelease.Oci.Auth;
using ChartRelease.Tests.Oci.Registry;
using CredentialHelper = ChartRelease.Testing.Registry.CredentialHelper;

namespace ChartRelease.Tests.Oci.Auth;

/// <summary>Where credentials are found, and in which order.</summary>
public sealed class CredentialLookupTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_given_wins_over_everything_else()
    {
        using var home = new Home();
        home.Docker("""{"auths":{"ghcr.io":{"auth":"ZmlsZTpwdw=="}}}""");
        var options = home.Options(("GITHUB_TOKEN", "t")) with { Username = "me", Password = new Secret("pw") };
        Assert.Equal("me", (await FindAsync(options, "ghcr.io"))!.Username);
    }

    [Theory]
    [InlineData("me", null)]
    [InlineData(null, "pw")]
    public async Task Half_a_credential_is_a_wrong_setting(string? username, string? password)
    {
        var options = Given.Options with { Username = username, Password = password is null ? null : new Secret(password) };
        await FindAsync(options, "r.example").ShouldFailAsync(FailureReason.InvalidSettings);
    }

    [Fact]
    public async Task GITHUB_TOKEN_is_for_ghcr_io_only_and_wins_over_files_there()
    {
        using var home = new Home();
        home.Docker("""{"auths":{"ghcr.io":{"auth":"ZmlsZTpwdw=="}}}""");
        var options = home.Options(("GITHUB_TOKEN", "t"), ("GITHUB_ACTOR", "octocat"));
        var credential = await FindAsync(options, "ghcr.io");
        Assert.Equal(("octocat", "t", "GITHUB_TOKEN"), (credential!.Username, credential.Secret.Reveal(), credential.Source));
        Assert.Null(await FindAsync(options, "ghcr.io:8443"));
        Assert.Null(await FindAsync(options, "evil-ghcr.io"));
    }

    [Fact]
    public async Task Helms_file_is_asked_before_dockers()
    {
        using var home = new Home();
        home.Helm("""{"auths":{"r.example":{"auth":"aGVsbTpwdw=="}}}""");
        home.Docker("""{"auths":{"r.example":{"auth":"ZG9ja2VyOnB3"},"s.example":{"auth":"ZG9ja2VyOnB3"}}}""");
        var first = await FindAsync(home.Options(), "r.example");
        Assert.Equal(("helm", "pw", true), (first!.Username, first.Secret.Reveal(), first.IsStored));
        Assert.Equal("~/.config/helm/registry/config.json", first.Source);
        var second = await FindAsync(home.Options(), "s.example");
        Assert.Equal(("docker", "~/.docker/config.json"), (second!.Username, second.Source));
    }

    [Fact]
    public async Task The_files_can_stand_elsewhere()
    {
        using var home = new Home();
        var helm = home.Write("h.json", """{"auths":{"a.example":{"auth":"aGVsbTpwdw=="}}}""");
        home.Write("d/config.json", """{"auths":{"b.example":{"username":"u","password":"p"}}}""");
        var options = home.Options(("HELM_REGISTRY_CONFIG", helm), ("DOCKER_CONFIG", home.Combine("d")));
        Assert.Equal("helm", (await FindAsync(options, "a.example"))!.Username);
        Assert.Equal("u", (await FindAsync(options, "b.example"))!.Username);
    }

    [Theory]
    [InlineData("docker.io", "https://index.docker.io/v1/")]
    [InlineData("docker.io", "docker.io")]
    [InlineData("r.example:5000", "https://r.example:5000")]
    [InlineData("r.example", "https://r.example/v2/")]
    public async Task A_key_may_be_an_address(string host, string key)
    {
        using var home = new Home();
        home.Docker($$"""{"auths":{"other.example":{"auth":"eDp5"},"{{key}}":{"auth":"dXNlcjpwYTpzcw=="} } }""");
        var credential = await FindAsync(home.Options(), host);
        Assert.Equal(("user", "pa:ss"), (credential!.Username, credential.Secret.Reveal()));
    }

    [Theory]
    [InlineData("""{"auths":{"r.example":{"auth":"MDAwMDo=","identitytoken":"it"}}}""", "it")]
    [InlineData("""{"auths":{"r.example":{"identitytoken":"it"}}}""", "it")]
    public async Task An_identity_token_is_known_as_such(string file, string token)
    {
        using var home = new Home();
        home.Docker(file);
        var credential = await FindAsync(home.Options(), "r.example");
        Assert.Equal((true, token), (credential!.IsIdentityToken, credential.Secret.Reveal()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"auths":null}""")]
    [InlineData("""{"auths":{"r.example":{}}}""")]
    [InlineData("""{"auths":{"r.example.com":{"auth":"eDp5"}}}""")]
    public async Task A_file_may_have_none(string file)
    {
        using var home = new Home();
        home.Docker(file);
        Assert.Null(await FindAsync(home.Options(), "r.example"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"auths":{"r.example":{"auth":"%%%"}}}""")]
    [InlineData("""{"auths":{"r.example":{"auth":"bm9jb2xvbg=="}}}""")]
    [InlineData("""{"auths":{"r.example":{"auth":7}}}""")]
    [InlineData("""{"auths":["r.example"]}""")]
    public async Task A_file_that_cannot_be_read_is_not_a_file_without_credentials(string file)
    {
        using var home = new Home();
        home.Docker(file);
        await FindAsync(home.Options(), "r.example").ShouldFailAsync(FailureReason.InvalidSettings);
    }

    [Theory]
    [InlineData("""{"credHelpers":{"r.example":"test"},"credsStore":"missing"}""")]
    [InlineData("""{"credsStore":"test","auths":{"r.example":{}}}""")]
    public async Task A_helper_is_run(string file)
    {
        using var home = new Home();
        var helper = CredentialHelper.Create(home.Folder, "r.example", "helped", "pw");
        home.Docker(file);
        var credential = await FindAsync(home.Options(("PATH", $"/nowhere:{helper.Folder}")), "r.example");
        Assert.Equal(("helped", "pw", true), (credential!.Username, credential.Secret.Reveal(), credential.IsStored));
        Assert.Contains("docker-credential-test", credential.Source, StringComparison.Ordinal);
        Assert.Equal(["r.example"], helper.Asked);
    }

    [Fact]
    public async Task A_helper_is_asked_for_Docker_Hub_by_its_old_name()
    {
        using var home = new Home();
        var helper = CredentialHelper.Create(home.Folder, "https://index.docker.io/v1/", "<token>", "it");
        home.Docker("""{"credsStore":"test"}""");
        var credential = await FindAsync(home.Options(("PATH", helper.Folder)), "docker.io");
        Assert.True(credential!.IsIdentityToken);
    }

    [Fact]
    public async Task A_helper_may_have_none()
    {
        using var home = new Home();
        var helper = CredentialHelper.Create(home.Folder, "other.example", "helped", "pw");
        home.Docker("""{"credsStore":"test"}""");
        Assert.Null(await FindAsync(home.Options(("PATH", helper.Folder)), "r.example"));
    }

    [Fact]
    public async Task A_helper_that_fails_or_is_missing_is_not_a_helper_without_credentials()
    {
        using var home = new Home();
        var helper = CredentialHelper.CreateBroken(home.Folder);
        home.Docker("""{"credsStore":"test"}""");
        await FindAsync(home.Options(("PATH", helper.Folder)), "r.example").ShouldFailAsync(FailureReason.ToolFailed);
        await FindAsync(home.Options(("PATH", "/nowhere")), "r.example").ShouldFailAsync(FailureReason.ToolUnavailable);
        home.Docker("""{"credsStore":"../../evil"}""");
        await FindAsync(home.Options(("PATH", helper.Folder)), "r.example").ShouldFailAsync(FailureReason.ToolFailed);
    }

    [Fact]
    public async Task A_helper_that_does_not_stop_writing_is_ended()
    {
        using var home = new Home();
        var helper = CredentialHelper.CreateEndless(home.Folder);
        home.Docker("""{"credsStore":"test"}""");
        await FindAsync(home.Options(("PATH", helper.Folder)), "r.example").WaitAsync(TimeSpan.FromSeconds(30), Stop).ShouldFailAsync(FailureReason.ToolFailed);
    }

    [Fact]
    public async Task A_credential_prints_without_its_secret()
    {
        var credential = await FindAsync(Given.User("me", "s3cret-pw"), "r.example");
        Assert.DoesNotContain("s3cret-pw", $"{credential} {credential!.Description}", StringComparison.Ordinal);
    }

    private static Task<Credential?> FindAsync(RegistryOptions options, string host) => RegistryCredentials.From(options).FindAsync(host, Stop);
}
