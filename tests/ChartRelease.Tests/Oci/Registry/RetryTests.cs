using ChartRelease.Testing.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class RetryTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_passing_fault_is_waited_out_and_told(int status)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/manifests/", Answers.Status(status), times: 2).On("GET", "/manifests/", Answers.Error(404, "MANIFEST_UNKNOWN"));
        await using var given = Given.TargetOn(server.Host);
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(2, given.Log.At(ReleaseLogLevel.Warning).Count);
        Assert.All(given.Log.At(ReleaseLogLevel.Warning), line => Assert.Contains($"{server.Host}/v2/team/charts/app/manifests/1.0.0", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    public async Task A_manifest_whose_blob_the_registry_does_not_see_yet_is_put_again(int status)
    {
        var manifest = SampleChart.Create().Manifest;
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Error(status, "MANIFEST_BLOB_UNKNOWN"), times: 2).On("PUT", "/manifests/", Answers.Status(201));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(manifest, "1.0.0", Stop);

        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task Every_repetition_is_told_by_its_repository()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/one/", Answers.Status(503), times: 2).On("GET", "/two/", Answers.Reset(), times: 1).On("GET", "/", Answers.Error(404, "NAME_UNKNOWN"));
        var retried = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var given = Given.TargetOn(server.Host, onRetry: retried.Enqueue);
        await given.Target.Repository("one").ResolveAsync("1.0.0", Stop);
        await given.Target.Repository("two").ResolveAsync("1.0.0", Stop);
        var (one, two) = ($"oci://{server.Host}/team/charts/one", $"oci://{server.Host}/team/charts/two");
        Assert.Equal([one, one, two], retried);
        var lines = given.Log.At(ReleaseLogLevel.Warning);
        Assert.Equal(retried, lines.Select(line => line[..line.IndexOf(": ", StringComparison.Ordinal)]));
        Assert.EndsWith("(3 of 5)", lines[1], StringComparison.Ordinal);
        Assert.Contains("503 Service Unavailable", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_stays_is_reported_after_five_attempts()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Error(503, "UNAVAILABLE", "back soon"));
        await using var given = Given.TargetOn(server.Host);
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Contains("UNAVAILABLE: back soon", failure.Found, StringComparison.Ordinal);
        Assert.Equal(5, server.Requests.Count);
    }

    [Fact]
    public async Task Attempts_can_be_limited_to_one()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(503));
        await using var given = Given.TargetOn(server.Host, Given.Options with { Attempts = 1 });
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(403)]
    [InlineData(405)]
    [InlineData(501)]
    public async Task What_does_not_pass_is_not_repeated(int status)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(status));
        await using var given = Given.TargetOn(server.Host);
        await Assert.ThrowsAsync<ChartReleaseException>(() => given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("45")]
    [InlineData("Tue, 01 Jan 2030 00:00:45 GMT")]
    public async Task Retry_After_is_honoured_in_both_forms(string value)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(429, headers: ("Retry-After", value)), times: 1).On("GET", "/", Answers.Error(404, "NAME_UNKNOWN"));
        await using var given = Given.TargetOn(server.Host);
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Equal([TimeSpan.FromSeconds(45)], given.Time.Waits);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Fri, 01 Jan 2010 00:00:00 GMT")]
    public async Task No_attempt_is_wasted_on_a_Retry_After_that_asks_for_no_wait(string value)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(503, headers: ("Retry-After", value)), times: 2).On("GET", "/", Answers.Error(404, "NAME_UNKNOWN"));
        await using var given = Given.TargetOn(server.Host);
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.Equal(2, given.Time.Waits.Count);
    }

    [Fact]
    public async Task A_longer_wait_than_the_ceiling_is_an_error_at_once()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Status(429, headers: ("Retry-After", "61")));
        await using var given = Given.TargetOn(server.Host);
        var failure = await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryError);
        Assert.Contains("61 s", failure.Found, StringComparison.Ordinal);
        Assert.Contains("60 s at most (--retry-after-limit)", failure.Expected, StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_made_again()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var wire = await ScriptedServer.StartAsync(Stop, registry.Host);
        wire.On("GET", "/manifests/", Answers.Reset(), times: 1)
            .On("POST", "/uploads/", Answers.Reset(), times: 1)
            .On("PUT", "/uploads/", Answers.Reset(), times: 1)
            .On("PUT", "/manifests/", Answers.Reset(), times: 1);
        await using var given = Given.TargetOn(wire.Host);
        Assert.Null(await given.Chart.ResolveAsync("1.0.0", Stop));
        await SampleChart.Create().PublishAsync(given.Chart, Stop);
        Assert.NotNull(await given.Chart.ResolveAsync("1.0.0", Stop));
        Assert.True(given.Log.At(ReleaseLogLevel.Warning).Count == 4, string.Join("\n", given.Log.At(ReleaseLogLevel.Warning)));
    }

    [Fact]
    public async Task A_manifest_that_breaks_off_is_fetched_again()
    {
        var chart = SampleChart.Create();
        var bytes = SampleChart.Bytes(chart.Manifest);
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Truncated(bytes), times: 1).On("GET", "/", Answers.Bytes(200, bytes, "application/json"));
        await using var given = Given.TargetOn(server.Host);
        Assert.Equal(chart.Manifest.Descriptor, (await given.Chart.ResolveAsync("1.0.0", Stop))!.Descriptor);
    }

    [Fact]
    public async Task A_registry_that_falls_silent_is_given_up_after_the_timeout()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", "/", Answers.Silence());
        await using var given = Given.TargetOn(server.Host, Given.Options with { Timeout = TimeSpan.FromMilliseconds(100), Attempts = 2 });
        await given.Chart.ResolveAsync("1.0.0", Stop).ShouldFailAsync(FailureReason.RegistryUnreachable);
        Assert.Single(given.Log.At(ReleaseLogLevel.Warning));
    }

    [Fact]
    public async Task Cancelling_is_not_a_failure_of_the_registry()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        using var source = new CancellationTokenSource();
        server.On("GET", "/", async context =>
        {
            await source.CancelAsync();
            await Answers.Silence()(context);
        });
        await using var given = Given.TargetOn(server.Host);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given.Chart.ResolveAsync("1.0.0", source.Token));
        Assert.Single(server.Requests);
    }
}
