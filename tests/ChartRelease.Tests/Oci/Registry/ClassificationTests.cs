using System.Net;
using System.Net.Sockets;
using ChartRelease.Oci;
using ChartRelease.Oci.Registry;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Absent, there, or an error: which answer is which.</summary>
public sealed class ClassificationTests
{
    private const string Html = "<!DOCTYPE html><html><body>Not here</body></html>";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("MANIFEST_UNKNOWN")]
    [InlineData("NAME_UNKNOWN")]
    [InlineData("NOT_FOUND")]
    public async Task A_404_in_a_registrys_words_means_absent(string code) =>
        Assert.Null(await ResolveAsync(Answers.Error(404, code)));

    [Fact]
    public async Task A_404_without_a_word_from_the_registry_is_an_error() =>
        await ResolveAsync(Answers.Status(404)).ShouldFailAsync(FailureReason.NotFound);

    [Fact]
    public async Task A_404_page_of_something_else_is_an_error() =>
        await ResolveAsync(Answers.Status(404, Html, "text/html")).ShouldFailAsync(FailureReason.RegistryError);

    [Fact]
    public async Task A_404_with_a_code_nobody_knows_is_an_error() =>
        await ResolveAsync(Answers.Error(404, "TENANT_SUSPENDED")).ShouldFailAsync(FailureReason.NotFound);

    [Fact]
    public async Task A_404_whose_body_breaks_off_is_an_error() => await ResolveAsync(async context =>
    {
        context.Response.StatusCode = 404;
        await Answers.Truncated(new byte[100])(context);
    }).ShouldFailAsync(FailureReason.RegistryError);

    [Fact]
    public async Task A_page_instead_of_a_manifest_is_an_error() =>
        await ResolveAsync(Answers.Status(200, Html, "text/html")).ShouldFailAsync(FailureReason.RegistryError);

    [Fact]
    public async Task An_index_under_the_tag_is_an_error() =>
        await ResolveAsync(Answers.Status(200, $$"""{"schemaVersion":2,"mediaType":"{{MediaTypes.Index}}","manifests":[]}""")).ShouldFailAsync(FailureReason.RegistryError);

    [Theory]
    [InlineData("""{"schemaVersion":2,"mediaType":"x\n::error::not ours"}""")]
    [InlineData("""{"schemaVersion":2,"config":{"mediaType":"x","digest":"x\n::error::not ours","size":1},"layers":[]}""")]
    public async Task A_manifest_writes_no_lines_of_its_own_into_our_messages(string manifest)
    {
        var failure = await ResolveAsync(Answers.Status(200, manifest)).ShouldFailAsync(FailureReason.RegistryError);
        Assert.DoesNotContain('\n', failure.Found);
    }

    [Fact]
    public async Task A_manifest_that_is_not_what_its_header_says_is_an_error() =>
        await ResolveAsync(Answers.Status(200, "{}", headers: ("Docker-Content-Digest", Digest.Of("other"u8).Value))).ShouldFailAsync(FailureReason.DigestMismatch);

    [Fact]
    public async Task A_manifest_without_end_is_an_error() =>
        await ResolveAsync(Answers.Endless(200)).ShouldFailAsync(FailureReason.RegistryError);

    [Theory]
    [InlineData(270)]
    [InlineData(295)]
    public async Task A_secret_that_is_repeated_where_the_message_is_cut_off_is_hidden(int before)
    {
        const string password = "s3cret-and-longer-than-what-is-left";
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Challenge("Basic realm=\"x\""), times: 1).On("GET", "/", Answers.Status(403, new string('x', before) + password));
        await using var given = Given.TargetOn(server.Host, Given.User("bob", password));
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Forbidden);
        Assert.Contains("xxx", failure.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("s3c", failure + given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_without_end_is_shown_in_part()
    {
        var failure = await ResolveAsync(Answers.Endless(400)).ShouldFailAsync(FailureReason.RegistryError);
        Assert.InRange(failure.Found.Length, 1, 1000);
    }

    [Fact]
    public async Task A_403_is_missing_permission() => await ResolveAsync(Answers.Error(403, "DENIED")).ShouldFailAsync(FailureReason.Forbidden);

    [Fact]
    public async Task A_401_without_a_challenge_is_missing_credentials() => await ResolveAsync(Answers.Status(401)).ShouldFailAsync(FailureReason.Unauthorized);

    [Fact]
    public async Task A_manifest_by_digest_must_be_there()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Error(404, "MANIFEST_UNKNOWN"));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.FetchManifestAsync(Digest.Of("x"u8), Stop).ShouldFailAsync(FailureReason.NotFound);
    }

    [Fact]
    public async Task A_repository_that_must_be_made_beforehand_is_not_found()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("POST", "/", Answers.Error(404, "NAME_UNKNOWN", "The repository does not exist"));
        await using var given = Given.TargetOn(server.Host);
        await given.Target.ProvePushAccessAsync("app", Stop).ShouldFailAsync(FailureReason.NotFound);
    }

    [Theory]
    [InlineData(409, "CONFLICT", "exists")]
    [InlineData(400, "TAG_INVALID", "cannot be overwritten because the repository is immutable")]
    [InlineData(412, "PRECONDITION", "configured as immutable")]
    public async Task A_tag_that_may_not_change_is_a_conflict(int status, string code, string message)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Error(status, code, message));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.PushManifestAsync(SampleChart.Create().Manifest, "1.0.0", Stop).ShouldFailAsync(FailureReason.VersionConflict);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(202)]
    [InlineData(204)]
    public async Task Only_201_says_that_something_is_stored(int status)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("POST", "/uploads/", Answers.Status(202, headers: ("Location", "/v2/team/charts/app/blobs/uploads/1")))
            .On("PUT", "/", Answers.Status(status));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.PushBlobAsync(SampleChart.Create().Layer, Stop).ShouldFailAsync(FailureReason.RegistryError);
        await given.Chart.PushManifestAsync(SampleChart.Create().Manifest, "1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
    }

    [Fact]
    public async Task A_registry_that_stored_something_else_is_found_out()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Status(201, headers: ("Docker-Content-Digest", Digest.Of("other"u8).Value)));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.PushManifestAsync(SampleChart.Create().Manifest, "1.0.0", Stop).ShouldFailAsync(FailureReason.DigestMismatch);
    }

    [Fact]
    public async Task A_port_nobody_listens_on_is_unreachable_without_further_attempts()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var host = listener.LocalEndpoint.ToString()!;
        listener.Stop();
        await using var given = Given.TargetOn(host);
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
        Assert.Empty(given.Log.At(ReleaseLogLevel.Warning));
    }

    [Fact]
    public void A_connection_that_is_not_taken_is_told_from_one_that_stands_still()
    {
        var exception = new TaskCanceledException("canceled", new TimeoutException());
        var failed = TransportFailure.From(exception, new("https://r.example/v2/"), hasAnswered: false, null, TimeSpan.FromSeconds(60));
        Assert.True(failed.IsTemporary);
        Assert.Contains("takes no connection", failed.Failure.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_does_not_exist_is_unreachable()
    {
        await using var given = Given.TargetOn("registry.invalid", Given.Options with { Attempts = 1 });
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
    }

    [Fact]
    public async Task A_server_that_speaks_HTTP_where_TLS_is_expected_is_a_TLS_failure()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        using var folder = new ChartRelease.Testing.TemporaryFolder();
        await using var given = Given.TargetOn(server.Host, Given.Options with { CaFile = CertificateAuthority.Create(folder).CaFile });
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.TlsFailed);
        Assert.Contains("--plain-http", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_wants_TLS_on_loopback_is_told_with_the_way_to_it()
    {
        var failure = await ResolveAsync(Answers.Status(400, "Client sent an HTTP request to an HTTPS server.", "text/plain")).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Contains("gave 400 Bad Request", failure.Found, StringComparison.Ordinal);
        Assert.Contains("--ca-file", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_password_is_told_by_where_it_came_from()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Challenge("Basic realm=\"x\""));
        await using var given = Given.TargetOn(server.Host, Given.User("carol", "s3cret-pw") with { PasswordSource = "--password-stdin" });
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.Unauthorized);
        Assert.Contains("the password from --password-stdin", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public void A_CA_file_without_a_certificate_is_a_wrong_setting()
    {
        using var folder = new ChartRelease.Testing.TemporaryFolder();
        foreach (var file in new[] { folder.Write("empty.pem", "nothing"), folder.Combine("missing.pem") })
        {
            var exception = Assert.Throws<ChartReleaseException>(() => Given.TargetOn("127.0.0.1:1", Given.Options with { CaFile = file }));
            Assert.Equal(FailureReason.InvalidSettings, exception.Reason);
        }
    }

    [Fact]
    public async Task A_secret_that_the_server_repeats_is_not_shown()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Challenge("Basic realm=\"x\""), times: 1)
            .On("GET", "/", context => Answers.Status(400, $"bad header {context.Request.Headers.Authorization} s3cret-pw", "text/plain")(context));
        await using var given = Given.TargetOn(server.Host, Given.User("carol", "s3cret-pw"));
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        var encoded = Convert.ToBase64String("carol:s3cret-pw"u8);
        Assert.Contains("bad header Basic ***", failure.Found, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret-pw", failure + given.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(encoded, failure + given.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookies_are_not_sent_back_and_compression_is_not_asked_for()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Error(404, "MANIFEST_UNKNOWN", headers: ("Set-Cookie", "session=1; Path=/")));
        await using var given = Given.TargetOn(server.Host);
        await given.Chart.ResolveAsync("1.0.0", Stop);
        await given.Chart.ResolveAsync("1.0.0", Stop);
        Assert.DoesNotContain("Cookie", server.Requests[1].Headers.Keys);
        Assert.DoesNotContain("Accept-Encoding", server.Requests[1].Headers.Keys);
    }

    private static async Task<ManifestContent?> ResolveAsync(Microsoft.AspNetCore.Http.RequestDelegate answer)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "^/v2/team/charts/app/manifests/1.0.0$", answer);
        await using var given = Given.TargetOn(server.Host);
        return await given.Chart.ResolveAsync("1.0.0", Stop);
    }
}
