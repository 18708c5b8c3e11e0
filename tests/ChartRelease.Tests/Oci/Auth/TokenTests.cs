using System.Text;
using ChartRelease.Testing.Registry;
using ChartRelease.Tests.Oci.Registry;

namespace ChartRelease.Tests.Oci.Auth;

/// <summary>The talk with token servers, in front of a real registry where it can be one.</summary>
public sealed class TokenTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parallel_requests_for_one_repository_share_one_token()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "pw";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var given = Given.TargetOn(registry.Host, Given.User("bob", "pw"));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => given.Chart.ResolveAsync($"1.0.{number}", Stop)));
        Assert.Single(tokens.Requests);
        Assert.Contains("scope=repository%3Ateam%2Fcharts%2Fapp%3Apull%2Cpush", tokens.Requests[0].Path, StringComparison.Ordinal);
        Assert.Contains("service=test-registry", tokens.Requests[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_repository_needs_a_token_but_no_second_refusal()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "pw";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host, Given.User("bob", "pw"));
        await given.Target.Repository("one").ResolveAsync("1.0.0", Stop);
        await given.Target.Repository("two").ResolveAsync("1.0.0", Stop);
        Assert.Equal(2, tokens.Requests.Count);
        Assert.Equal(3, wire.Requests.Count);
    }

    [Theory]
    [InlineData(300, 289, 1)]
    [InlineData(300, 291, 2)]
    [InlineData(null, 49, 1)]
    [InlineData(null, 51, 2)]
    public async Task A_token_is_used_until_shortly_before_it_ends(int? expiresIn, int later, int expected)
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "pw";
        tokens.ExpiresIn = expiresIn;
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var given = Given.TargetOn(registry.Host, Given.User("bob", "pw"));
        await given.Chart.ResolveAsync("1.0.0", Stop);
        given.Time.Advance(TimeSpan.FromSeconds(later));
        await given.Chart.ResolveAsync("1.0.0", Stop);
        Assert.Equal(expected, tokens.Requests.Count);
    }

    [Fact]
    public async Task A_token_that_stops_working_in_the_middle_is_replaced_once()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["bob"] = "pw";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        await using var given = Given.TargetOn(wire.Host, Given.User("bob", "pw"));
        await given.Chart.ResolveAsync("1.0.0", Stop);
        var expired = Answers.Challenge($"Bearer realm=\"{tokens.Realm}\",service=\"test-registry\",error=\"invalid_token\"");

        wire.On("PUT", "/uploads/", expired, times: 1);
        Assert.True(await given.Chart.PushBlobAsync(SampleChart.Create().Layer, Stop));
        Assert.Equal(2, tokens.Requests.Count);

        wire.On("GET", "/", expired);
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Equal(3, tokens.Requests.Count);
    }

    [Fact]
    public async Task An_identity_token_is_exchanged_with_a_form()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.IdentityTokens["s3cret-identity"] = "carol";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        using var home = new Home();
        home.Docker($$"""{"auths":{"{{registry.Host}}":{"identitytoken":"s3cret-identity"} } }""");
        await using var given = Given.TargetOn(registry.Host, home.Options());
        await given.Chart.PushBlobAsync(SampleChart.Create().Layer, Stop);
        var request = tokens.Requests.Single();
        Assert.Equal("POST", request.Method);
        Assert.Contains("grant_type=refresh_token", Encoding.UTF8.GetString(request.Body.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-identity", given.Log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_server_that_does_not_know_the_form_is_asked_with_GET(int status)
    {
        await using var server = await TokenScriptAsync();
        server.On("POST", "/token", Answers.Status(status)).On("GET", "/token", Answers.Status(200, """{"access_token":"abc"}"""));
        using var home = new Home();
        home.Docker($$"""{"auths":{"{{server.Host}}":{"auth":"Y2Fyb2w6","identitytoken":"it"} } }""");
        await using var given = Given.TargetOn(server.Host, home.Options());
        await given.Chart.ResolveAsync("1.0.0", Stop);
        Assert.Equal("Basic " + Convert.ToBase64String("carol:it"u8), server.Requests.Single(request => request.ToString().StartsWith("GET /token", StringComparison.Ordinal)).Authorization);
        Assert.Equal("Bearer abc", server.Requests[^1].Authorization);
    }

    [Fact]
    public async Task Nobody_asks_for_what_the_request_needs_and_without_credentials()
    {
        await using var server = await TokenScriptAsync();
        server.On("GET", "/token", Answers.Status(200, """{"token":"abc"}"""));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.ResolveAsync("1.0.0", Stop);
        var request = server.Requests[1];
        Assert.Null(request.Authorization);
        Assert.EndsWith("scope=repository%3Ateam%2Fcharts%2Fapp%3Apull", request.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_read_can_read_though_pushing_was_asked_for()
    {
        await using var server = await TokenScriptAsync();
        server.On("GET", "/token.*push", Answers.Error(403, "DENIED")).On("GET", "/token", Answers.Status(200, """{"token":"abc"}"""));
        await using var given = Given.TargetOn(server.Host, Given.User("reader", "pw"));
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        await given.Target.ProvePushAccessAsync("app", Stop).ShouldFailAsync(FailureReason.Forbidden);
    }

    [Fact]
    public async Task A_real_registry_lets_a_reader_read_and_refuses_the_push_as_a_missing_permission()
    {
        await using var tokens = await TokenServer.StartAsync(Stop);
        tokens.Users["reader"] = "pw";
        tokens.Grants = (user, _) => user == "reader" ? "pull" : "";
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Tokens = tokens });
        await using var given = Given.TargetOn(registry.Host, Given.User("reader", "pw"));
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        await given.Target.ProvePushAccessAsync("app", Stop).ShouldFailAsync(FailureReason.Forbidden);
        await SampleChart.Create().PublishAsync(given.Chart, Stop).ShouldFailAsync(FailureReason.Forbidden);
    }

    [Fact]
    public async Task An_identity_token_that_ended_is_refused_as_such()
    {
        await using var server = await TokenScriptAsync();
        server.On("POST", "/token", Answers.Status(400, """{"error":"invalid_grant","error_description":"the token has expired"}"""));
        using var home = new Home();
        home.Docker($$"""{"auths":{"{{server.Host}}":{"identitytoken":"s3cret-identity"} } }""");
        await using var given = Given.TargetOn(server.Host, home.Options());
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Contains("~/.docker/config.json", failure.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("credHelpers")]
    [InlineData("credsStore")]
    public async Task A_helpers_credential_publishes_and_is_asked_for_once(string kind)
    {
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Htpasswd = true });
        using var home = new Home();
        var helper = CredentialHelper.Create(home.Folder, registry.Host, DockerRegistry.User, DockerRegistry.Password);
        home.Docker(kind == "credsStore"
            ? $$"""{"credsStore":"{{CredentialHelper.Name}}"}"""
            : $$"""{"credHelpers":{"{{registry.Host}}":"{{CredentialHelper.Name}}"} }""");
        await using var given = Given.TargetOn(registry.Host, home.Options(("PATH", helper.Folder)));
        await Task.WhenAll(given.Target.ProvePushAccessAsync("app", Stop), given.Target.ProvePushAccessAsync("other", Stop));
        await SampleChart.Create().PublishAsync(given.Chart, Stop);
        Assert.Equal([registry.Host], helper.Asked);
        Assert.DoesNotContain(DockerRegistry.Password, given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_passing_refusal_of_the_token_server_is_asked_about_once_more()
    {
        await using var server = await TokenScriptAsync();
        server.On("GET", "/token", Answers.Status(401), times: 1).On("GET", "/token", Answers.Status(200, """{"token":"abc"}"""));
        await using var given = Given.TargetOn(server.Host, Given.User("bob", "pw"));
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Contains("/token: 401 Unauthorized; trying again in 1.0 s", Assert.Single(given.Log.At(ReleaseLogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_server_that_is_busy_is_waited_for()
    {
        await using var server = await TokenScriptAsync();
        server.On("GET", "/token", Answers.Status(503), times: 2).On("GET", "/token", Answers.Status(200, """{"token":"abc"}"""));
        await using var given = Given.TargetOn(server.Host, Given.User("bob", "pw"));
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Equal(2, given.Log.At(ReleaseLogLevel.Warning).Count);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("<html></html>")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":"two\nlines"}""")]
    [InlineData("""{"token":"two words"}""")]
    [InlineData("""{"token":"\u00fcber"}""")]
    public async Task An_answer_without_a_token_is_an_error(string body)
    {
        await using var server = await TokenScriptAsync();
        server.On("GET", "/token", Answers.Status(200, body));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Equal(2, server.Requests.Count);
    }

    [Theory]
    [InlineData("http://auth.example/token")]
    [InlineData("ftp://127.0.0.1/token")]
    [InlineData("/token")]
    public async Task A_password_is_not_sent_to_a_token_server_that_is_not_safe(string realm)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/v2/", Answers.Challenge($"Bearer realm=\"{realm}\",service=\"x\""));
        await using var given = Given.TargetOn(server.Host, Given.User("bob", "pw"));
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Stored_credentials_that_are_refused_are_named_by_their_file()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop, new() { Htpasswd = true });
        using var home = new Home();
        home.Docker($$"""{"auths":{"{{registry.Host}}":{"auth":"{{Convert.ToBase64String("alice:expired-s3cret"u8)}}"} } }""");
        await using var given = Given.TargetOn(registry.Host, home.Options());
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Contains("~/.docker/config.json", failure.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("expired-s3cret", failure + given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scopes_that_are_fixed_words_are_kept()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/v2/", Answers.Challenge($"Bearer realm=\"http://{server.Host}/token\",service=\"x\",scope=\"aws\""), times: 1)
            .On("GET", "/v2/", Answers.Error(404, "MANIFEST_UNKNOWN"))
            .On("GET", "/token", Answers.Status(200, """{"token":"abc"}"""));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.ResolveAsync("1.0.0", Stop);
        Assert.EndsWith("&scope=aws", server.Requests[1].Path, StringComparison.Ordinal);
    }

    // A registry that wants tokens of itself, and has nothing.
    private static async Task<ScriptedServer> TokenScriptAsync()
    {
        var server = await ScriptedServer.StartAsync(Stop);
        return server.On("GET", "/v2/", Answers.Challenge($"Bearer realm=\"http://{server.Host}/token\",service=\"x\""), times: 1)
            .On("GET", "/v2/", Answers.Error(404, "MANIFEST_UNKNOWN"));
    }
}
