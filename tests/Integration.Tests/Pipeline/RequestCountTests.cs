using ChartRelease.Testing;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Pipeline;

/// <summary>What a release asks of a registry, counted.</summary>
public sealed class RequestCountTests(Registries registries)
{
    [Fact]
    public async Task A_new_chart_takes_six_requests_and_one_more_look_at_its_tag()
    {
        var registry = await registries.OpenAsync();
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Succeeded(await repository.RunAsync("--target=Push", $"--registry=oci://{server.Host}/t{Guid.NewGuid():n}"));

        Assert.Equal(
            ["GET manifests", "POST uploads", "PUT uploads", "POST uploads", "PUT uploads", "PUT manifests", "GET manifests"],
            server.Requests.Select(Shape));
    }

    [Fact]
    public async Task Unchanged_charts_take_one_request_each_and_the_login_two()
    {
        var registry = await registries.OpenAsync();
        using var repository = await ReleaseRepository.CreateAsync("one", "three", "two");
        var path = $"t{Guid.NewGuid():n}";
        HostAssert.Succeeded(await repository.RunAsync("--target=Push", $"--registry=oci://{registry.Host}/{path}"));
        await using var server = await ScriptedServer.StartAsync(TestContext.Current.CancellationToken, behind: registry.Host);

        HostAssert.Succeeded(await repository.RunAsync("--target=Push", $"--registry=oci://{server.Host}/{path}"));

        Assert.Equal(
            ["DELETE uploads", "GET manifests", "GET manifests", "GET manifests", "POST uploads"],
            server.Requests.Select(Shape).Order(StringComparer.Ordinal));
    }

    private static string Shape(RecordedRequest request) =>
        $"{request.Method} {(request.Path.Contains("/uploads/", StringComparison.Ordinal) ? "uploads" : request.Path.Split('/')[^2])}";
}
