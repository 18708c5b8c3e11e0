using System.Text;
using ChartRelease.Oci;
using ChartRelease.Oci.Referrers;
using ChartRelease.Testing.Registry;
using ChartRelease.Tests.Oci.Referrers;

namespace ChartRelease.Tests.Oci.Registry;

/// <summary>Referrers over the API, and by the tag where there is none.</summary>
public sealed class ReferrersTests
{
    private static readonly Descriptor _subject = new(MediaTypes.Manifest, Digest.Of("subject"u8), 7);
    private static readonly Blob _artifact = Artifacts.Manifest(_subject, "mine");
    private static readonly Referrer _mine = new(_artifact.Descriptor) { ArtifactType = Artifacts.Spdx };
    private static readonly Referrer _other = new(new(MediaTypes.Manifest, Digest.Of("other"u8), 5)) { ArtifactType = "application/other" };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static string Api => $"/referrers/{_subject.Digest}";

    private static string Tag => $"/manifests/{ReferrersTag.Of(_subject.Digest)}$";

    [Fact]
    public async Task Pages_are_read_until_the_last_one()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", Api + "$", Index([_mine], ("Link", $"<{Api}?n=1&last=x>; rel=\"next\"")), times: 1)
            .On("GET", "last=x", Index([_other]));
        await using var given = Given.TargetOn(server.Host);

        // The address of the next page is the registry's, whatever it looks like.
        Assert.Equal([_mine.Manifest, _other.Manifest], (await ListAsync(given)).Select(entry => entry.Manifest));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_type_is_filtered_by_the_registry_or_by_us(bool applied)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", Api, applied ? Index([_mine], ("OCI-Filters-Applied", "artifactType")) : Index([_mine, _other]));
        await using var given = Given.TargetOn(server.Host);

        var only = Assert.Single(await ListAsync(given, Artifacts.Spdx));

        Assert.Equal(_mine.Manifest, only.Manifest);
        Assert.Equal($"/v2/team/charts/app{Api}?artifactType=application%2Fspdx%2Bjson", server.Requests[0].Path);
    }

    [Theory]
    [InlineData(404, "404 page not found", "text/plain")]
    [InlineData(200, "<html></html>", "text/html")]
    public async Task A_registry_without_the_API_is_asked_for_the_tag(int status, string body, string contentType)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", Api, Answers.Status(status, body, contentType)).On("GET", Tag, Index([_mine, _other]));
        await using var given = Given.TargetOn(server.Host);

        Assert.Equal([_mine.Manifest], (await ListAsync(given, Artifacts.Spdx)).Select(entry => entry.Manifest));
        Assert.Equal([_mine.Manifest, _other.Manifest], (await ListAsync(given)).Select(entry => entry.Manifest));
    }

    [Fact]
    public async Task Where_there_is_no_list_there_are_no_referrers()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", Api, Answers.Status(404)).On("GET", Tag, Answers.Error(404, "MANIFEST_UNKNOWN"));
        await using var given = Given.TargetOn(server.Host);

        Assert.Empty(await ListAsync(given));
    }

    [Theory]
    [InlineData(403, "DENIED", FailureReason.Forbidden)]
    [InlineData(500, "UNKNOWN", FailureReason.RegistryError)]
    [InlineData(400, "UNSUPPORTED", FailureReason.RegistryError)]
    public async Task What_cannot_be_told_is_an_error_and_not_an_empty_list(int status, string code, FailureReason reason)
    {
        await using var api = await ScriptedServer.StartAsync(Stop);
        api.On("GET", Api, Answers.Error(status, code));
        await using var tag = await ScriptedServer.StartAsync(Stop);
        tag.On("GET", Api, Answers.Status(404)).On("GET", Tag, Answers.Error(status, code));

        foreach (var server in new[] { api, tag })
        {
            await using var given = Given.TargetOn(server.Host);
            await ListAsync(given).ShouldFailAsync(reason);
        }
    }

    [Fact]
    public async Task A_list_that_is_none_is_an_error_also_over_the_tag()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", Api, Answers.Status(404)).On("GET", Tag, Answers.Status(404, "<html></html>", "text/html"));
        await using var given = Given.TargetOn(server.Host);
        await ListAsync(given).ShouldFailAsync(FailureReason.RegistryError);

        await using var broken = await ScriptedServer.StartAsync(Stop);
        broken.On("GET", Api, Answers.Status(200, "{}", MediaTypes.Index));
        await using var other = Given.TargetOn(broken.Host);
        await ListAsync(other).ShouldFailAsync(FailureReason.RegistryError);
    }

    [Theory]
    [InlineData("</v2/team/charts/app/referrers/{0}>; rel=next")]
    [InlineData("<https://elsewhere.example/next>; rel=next")]
    public async Task Pages_that_end_nowhere_are_an_error_and_not_the_end(string link)
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("GET", Api, Index([_mine], ("Link", string.Format(System.Globalization.CultureInfo.InvariantCulture, link, _subject.Digest))));
        await using var given = Given.TargetOn(server.Host, Given.Options with { Attempts = 1 });

        await Assert.ThrowsAsync<ChartReleaseException>(() => ListAsync(given));
    }

    [Fact]
    public async Task A_registry_that_knows_subjects_keeps_the_list_itself()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Status(201, headers: ("OCI-Subject", _subject.Digest.Value)));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(_artifact, Stop);

        var put = Assert.Single(server.Requests);
        Assert.Equal($"/v2/team/charts/app/manifests/{_artifact.Descriptor.Digest}", put.Path);
        Assert.Equal(MediaTypes.Manifest, put.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Elsewhere_the_list_is_written_with_the_type_and_the_annotations_and_read_again()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Status(201))
            .On("GET", Tag, Answers.Error(404, "MANIFEST_UNKNOWN"), times: 1)
            .On("GET", Tag, Index([_mine]));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(_artifact, Stop);

        Assert.Equal(["PUT", "GET", "PUT", "GET"], server.Requests.Select(request => request.Method));
        var list = server.Requests[2];
        Assert.Equal(MediaTypes.Index, list.Headers["Content-Type"]);
        var entry = Assert.Single(OciIndexJson.Parse(list.Body, "list").Manifests);
        Assert.Equal((_artifact.Descriptor, Artifacts.Spdx, "mine"), (entry.Manifest, entry.ArtifactType, entry.Annotations["title"]));
        Assert.True(Assert.Single(given.Time.Waits) >= TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task An_artifact_without_a_type_is_listed_under_that_of_its_config()
    {
        var untyped = Artifacts.Manifest(_subject, "mine", artifactType: null);
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Status(201))
            .On("GET", Tag, Answers.Error(404, "MANIFEST_UNKNOWN"), times: 1)
            .On("GET", Tag, Index([new Referrer(untyped.Descriptor)]));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(untyped, Stop);

        Assert.Equal(MediaTypes.EmptyConfig, Assert.Single(OciIndexJson.Parse(server.Requests[2].Body, "list").Manifests).ArtifactType);
    }

    [Fact]
    public async Task What_is_listed_already_is_not_listed_twice()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", $"/manifests/{_artifact.Descriptor.Digest}", Answers.Status(201)).On("GET", Tag, Index([_other, _mine]));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(_artifact, Stop);

        Assert.Equal(["PUT", "GET"], server.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_list_that_another_client_overwrote_gets_both_entries()
    {
        var third = new Referrer(new(MediaTypes.Manifest, Digest.Of("third"u8), 5));
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Status(201))
            .On("GET", Tag, Index([_other]), times: 1)
            .On("GET", Tag, Index([third]), times: 1)
            .On("GET", Tag, Index([third, _other, _mine]));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(_artifact, Stop);

        // The third client had read the list before the first wrote to it: what was seen of that one is put back too.
        var last = server.Requests.Last(request => request.Method == "PUT");
        Assert.Equal(
            [third.Manifest, _other.Manifest, _mine.Manifest],
            OciIndexJson.Parse(last.Body, "list").Manifests.Select(entry => entry.Manifest));
    }

    [Fact]
    public async Task A_list_is_read_anew_before_it_is_written_again()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", Tag, Answers.Error(503, "UNAVAILABLE"), times: 1)
            .On("PUT", "/manifests/", Answers.Status(201))
            .On("GET", Tag, Answers.Error(404, "MANIFEST_UNKNOWN"), times: 1)
            .On("GET", Tag, Index([_other]), times: 1)
            .On("GET", Tag, Index([_other, _mine]));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(_artifact, Stop);

        Assert.Equal(["PUT", "GET", "PUT", "GET", "PUT", "GET"], server.Requests.Select(request => request.Method));
        Assert.Equal([_other.Manifest, _mine.Manifest], OciIndexJson.Parse(server.Requests[4].Body, "list").Manifests.Select(entry => entry.Manifest));
    }

    [Fact]
    public async Task A_list_that_is_overwritten_without_end_is_an_error()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", "/manifests/", Answers.Status(201)).On("GET", Tag, Index([_other]));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(_artifact, Stop).ShouldFailAsync(FailureReason.RegistryError);

        Assert.Equal(20, server.Requests.Count(request => request.Method == "GET"));
    }

    [Fact]
    public async Task Something_else_under_the_tag_is_an_error_and_stays()
    {
        await using var server = await ScriptedServer.StartAsync(Stop);
        server.On("PUT", $"/manifests/{_artifact.Descriptor.Digest}", Answers.Status(201))
            .On("GET", Tag, Answers.Bytes(200, SampleChart.Bytes(_artifact), MediaTypes.Manifest));
        await using var given = Given.TargetOn(server.Host);

        await given.Chart.PushManifestAsync(_artifact, Stop).ShouldFailAsync(FailureReason.RegistryError);

        Assert.Single(server.Requests, request => request.Method == "PUT");
    }

    [Fact]
    public async Task Attachers_at_the_same_time_lose_nothing_in_a_registry_without_the_API()
    {
        await using var registry = await DockerRegistry.StartAsync(Stop);
        await using var given = Given.TargetOn(registry.Host);
        var chart = SampleChart.Create();
        await chart.PublishAsync(given.Chart, Stop);
        string[] names = [.. Enumerable.Range(0, 12).Select(number => $"artifact {number}")];

        // A target each, as processes would have: only the registry is between them.
        var attached = await Task.WhenAll(names.Select(async name =>
        {
            await using var target = new RegistryTargetOf(registry.Host);
            return await Artifacts.AttachAsync(target.Chart, chart.Manifest.Descriptor, name, Stop);
        }));

        var listed = await given.Chart.ListReferrersAsync(chart.Manifest.Descriptor.Digest, null, Stop).ToListAsync(Stop);
        Assert.Equal(attached.Select(Value).Order(), listed.Select(entry => Value(entry.Manifest)).Order());
        Assert.All(listed, entry => Assert.Equal(Artifacts.Spdx, entry.ArtifactType));
        Assert.Equal(["1.0.0", ReferrersTag.Of(chart.Manifest.Descriptor.Digest)], (await given.Chart.ListTagsAsync(Stop).ToListAsync(Stop)).Order());

        static string Value(Descriptor descriptor) => descriptor.Digest.Value;
    }

    private static Microsoft.AspNetCore.Http.RequestDelegate Index(IReadOnlyList<Referrer> entries, params (string Name, string Value)[] headers) =>
        Answers.Status(200, Encoding.UTF8.GetString(OciIndexJson.Serialize(new OciIndex(entries))), MediaTypes.Index, headers);

    private static Task<List<Referrer>> ListAsync(Given given, string? artifactType = null) =>
        given.Chart.ListReferrersAsync(_subject.Digest, artifactType, Stop).ToListAsync(Stop).AsTask();

    /// <summary>A client of its own, whose waits are real.</summary>
    private sealed class RegistryTargetOf(string host) : IAsyncDisposable
    {
        private readonly ChartRelease.Oci.Registry.RegistryTarget _target = new(
            (RegistryReference)TargetReference.Parse($"oci://{host}/team/charts"), Given.Options, NullReleaseLog.Instance, TimeProvider.System);

        public IRepository Chart => _target.Repository("app");

        public ValueTask DisposeAsync() => _target.DisposeAsync();
    }
}
