using ChartRelease.Testing.Registry;
using ChartRelease.Tests.Release.Support;

namespace ChartRelease.Tests.Release.Dependencies;

/// <summary>Chart repositories with an index.yaml, over HTTP.</summary>
public sealed class RepositoryDependenciesTests : IAsyncLifetime
{
    private static readonly byte[] _archive = DependencyBed.Archive();

    private readonly DependencyBed _bed = new();
    private ScriptedServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await ScriptedServer.StartAsync(ReleaseAssert.Token);
        _bed.Write("app", DependencyBed.On($"http://{_server.Host}/charts"));
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _bed.Dispose();
    }

    [Theory]
    [InlineData("leaf-1.0.0.tgz")]
    [InlineData("/charts/leaf-1.0.0.tgz")]
    [InlineData("http://HOST/charts/leaf-1.0.0.tgz")]
    public async Task A_version_is_fetched_from_where_the_index_says(string url)
    {
        Serve(Index(url.Replace("HOST", _server.Host, StringComparison.Ordinal)));

        Assert.Equal(_archive, await _bed.FetchAsync());
        var fetched = Assert.Single((await _bed.CompleteAsync()).Fetched);

        Assert.Equal(("leaf", "1.0.0", $"http://{_server.Host}/charts"), (fetched.Name, fetched.Version, fetched.Repository));
        Assert.Equal((DependencyBed.Sha256(_archive), _archive.Length), (fetched.Digest.Hex, fetched.Size));
    }

    [Fact]
    public async Task What_the_cache_holds_is_not_sent_again_and_the_index_is_read_once_in_a_run()
    {
        Serve(Index());
        _bed.Write("other", DependencyBed.On($"http://{_server.Host}/charts"));
        await using (var stage = _bed.Stage())
        {
            await Task.WhenAll(stage.CompleteAsync(_bed.Read("app"), DependencyBed.Alone, ReleaseAssert.Token), stage.CompleteAsync(_bed.Read("other"), DependencyBed.Alone, ReleaseAssert.Token));
        }

        Assert.Equal(["/charts/index.yaml", "/charts/leaf-1.0.0.tgz"], _server.Requests.Select(request => request.Path));

        Assert.Equal(_archive, await _bed.FetchAsync());
        Assert.Equal(["/charts/index.yaml", "/charts/leaf-1.0.0.tgz", "/charts/index.yaml"], _server.Requests.Select(request => request.Path));
        Assert.Equal([DependencyBed.Sha256(_archive)], Directory.GetFiles(_bed.Cache).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Who_stops_asking_does_not_stop_the_others()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ReleaseAssert.Token);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.On("GET", "index", context => asked.TrySetResult() ? Answers.Silence()(context) : Task.CompletedTask, times: 1);
        Serve(Index());
        await using var stage = _bed.Stage();

        var first = stage.CompleteAsync(_bed.Read("app"), DependencyBed.Alone, stop.Token);
        var second = stage.CompleteAsync(_bed.Read("app"), DependencyBed.Alone, ReleaseAssert.Token);
        await asked.Task.WaitAsync(TimeSpan.FromSeconds(30), ReleaseAssert.Token);
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Single((await second.WaitAsync(TimeSpan.FromSeconds(30), ReleaseAssert.Token)).Fetched);
    }

    [Fact]
    public async Task A_file_of_the_cache_that_is_damaged_is_replaced()
    {
        Serve(Index());
        await _bed.FetchAsync();
        var file = Assert.Single(Directory.GetFiles(_bed.Cache));
        await File.WriteAllTextAsync(file, "damaged", ReleaseAssert.Token);

        Assert.Equal(_archive, await _bed.FetchAsync());
        Assert.Equal(_archive, await File.ReadAllBytesAsync(file, ReleaseAssert.Token));
    }

    [Fact]
    public async Task A_file_of_the_cache_that_is_damaged_while_it_is_needed_is_noticed()
    {
        Serve(Index());
        await using var stage = _bed.Stage();
        var complete = await stage.CompleteAsync(_bed.Read("app"), DependencyBed.Alone, ReleaseAssert.Token);
        await File.WriteAllBytesAsync(Assert.Single(Directory.GetFiles(_bed.Cache)), [.. _archive[..^1], 0xFF], ReleaseAssert.Token);

        ReleaseAssert.Fails(
            FailureReason.DigestMismatch,
            () => ChartRelease.Charts.Archive.ChartArchiveWriter.Write(complete.Chart, Stream.Null, ReleaseAssert.Token));
    }

    [Fact]
    public async Task Many_runs_may_fill_the_cache_at_once()
    {
        Serve(Index());

        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _bed.FetchAsync()));

        Assert.All(all, bytes => Assert.Equal(_archive, bytes));
        Assert.Single(Directory.GetFiles(_bed.Cache));
    }

    [Fact]
    public async Task A_cache_that_cannot_be_written_is_done_without()
    {
        Serve(Index());
        _bed.Environment["XDG_CACHE_HOME"] = _bed.Folder.Write("file", "in the way");

        Assert.Equal(_archive, await _bed.FetchAsync());
        Assert.Contains("The cache of dependencies is not used", Assert.Single(_bed.Log.At(ReleaseLogLevel.Warning)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_without_the_digest_of_the_index_are_refused()
    {
        Serve(Index(digest: new string('0', 64)));

        await _bed.FailsAsync(FailureReason.DigestMismatch);

        Assert.False(Directory.Exists(_bed.Cache));
    }

    [Fact]
    public async Task An_archive_of_another_version_is_refused()
    {
        Serve(Index(digest: null), DependencyBed.Archive(version: "1.0.1"));

        Assert.Contains("leaf 1.0.1", (await _bed.FailsAsync(FailureReason.InvalidChart)).Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(404, FailureReason.NotFound)]
    [InlineData(403, FailureReason.Forbidden)]
    [InlineData(503, FailureReason.RegistryError)]
    public async Task A_repository_that_does_not_answer_is_told_with_the_lock_and_the_way_to_do_without_it(int status, FailureReason reason)
    {
        _server.On("GET", ".", Answers.Status(status));

        var failure = await _bed.FailsAsync(reason);

        Assert.Equal("helm/app/Chart.lock", failure.Location?.File);
        Assert.Contains($"leaf 1.0.0 of app cannot be had from http://{_server.Host}/charts", failure.Found, StringComparison.Ordinal);
        Assert.Contains(reason == FailureReason.Forbidden ? "helm repo add" : "helm dependency build helm/app", failure.Next, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_that_passes_is_waited_for()
    {
        _bed.Options = _bed.Options with { Registry = _bed.Options.Registry with { Attempts = 3 } };
        _server.On("GET", "index", Answers.Status(503, headers: ("Retry-After", "0")), times: 2);
        Serve(Index());

        Assert.Equal(_archive, await _bed.FetchAsync());
    }

    [Fact]
    public async Task A_version_the_index_does_not_list_is_not_found()
    {
        Serve(Index().Replace("1.0.0", "2.0.0", StringComparison.Ordinal));

        Assert.Contains("does not list leaf 1.0.0", (await _bed.FailsAsync(FailureReason.NotFound)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Helms_credentials_of_a_repository_go_there_and_nowhere_else()
    {
        await using var storage = await ScriptedServer.StartAsync(ReleaseAssert.Token);
        storage.On("GET", "/blob", Answers.Bytes(200, _archive, "application/gzip"));
        _server.On("GET", "tgz", Answers.Redirect(302, $"http://{storage.Host}/blob"));
        Serve(Index());
        Login($"http://{_server.Host}/charts/");

        Assert.Equal(_archive, await _bed.FetchAsync());

        Assert.All(_server.Requests, request => Assert.Equal("Basic bWU6aHVudGVyMg==", request.Authorization));
        Assert.All(storage.Requests, request => Assert.Null(request.Authorization));
        Assert.DoesNotContain("hunter2", _bed.Log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_alias_is_looked_up_in_helms_list()
    {
        Serve(Index());
        _bed.Write("app", DependencyBed.On("@mine"));
        Assert.Contains("helm repo add mine", (await _bed.FailsAsync(FailureReason.InvalidSettings)).Next, StringComparison.Ordinal);

        Login($"http://{_server.Host}/charts");
        Assert.Equal(_archive, await _bed.FetchAsync());
    }

    [Fact]
    public async Task The_password_of_a_target_stays_with_its_host()
    {
        Serve(Index());
        _bed.Options = _bed.Options with
        {
            Registry = _bed.Options.Registry with { Username = "me", Password = new Secret("hunter2") },
            Registries = [ChartRelease.Oci.TargetReference.Parse($"oci://{_server.Host}/charts")],
        };

        await _bed.FetchAsync();

        Assert.All(_server.Requests, request => Assert.Null(request.Authorization));
    }

    private void Serve(string index, byte[]? archive = null) => _server
        .On("GET", "^/charts/index.yaml$", Answers.Status(200, index, "application/yaml"))
        .On("GET", "^/charts/leaf-1.0.0.tgz$", Answers.Bytes(200, archive ?? _archive, "application/gzip"));

    private void Login(string url) => _bed.Environment["HELM_REPOSITORY_CONFIG"] = _bed.Folder.Write(
        "repositories.yaml", $"apiVersion: \"\"\nrepositories:\n- name: mine\n  url: {url}\n  username: me\n  password: hunter2\n  caFile: \"\"\n  pass_credentials_all: false\n");

    private static string Index(string url = "leaf-1.0.0.tgz", string? digest = "") => $"""
        apiVersion: v1
        entries:
          other: []
          leaf:
          - name: leaf
            version: 1.0.0
            {(digest is null ? "home: https://example.com" : $"digest: {(digest.Length == 0 ? DependencyBed.Sha256(_archive) : digest)}")}
            urls:
            - {url}
        generated: "2026-01-01T00:00:00Z"

        """;
}
