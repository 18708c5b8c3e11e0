using ChartRelease.Integration.Pipeline;
using ChartRelease.Testing;
using ChartRelease.Testing.Audit;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Kill;

/// <summary>What docker-registry leaves when it is killed between making the folder of a tag and writing its link.</summary>
public sealed class EmptyTagTests
{
    [Fact]
    public async Task A_tag_that_is_listed_and_names_nothing_is_published()
    {
        await using var registry = await DockerRegistry.StartAsync(TestContext.Current.CancellationToken);
        using var repository = await ReleaseRepository.CreateAsync();
        var target = $"--registry=oci://{registry.Host}/charts";
        HostAssert.Succeeded(await repository.PublishAsync(target));
        File.Delete(Path.Combine(registry.Storage, "docker/registry/v2/repositories/charts/demo/_manifests/tags/0.1.0/current/link"));
        using var audit = new RegistryAudit(registry.Host);
        var left = await audit.AuditAsync("charts/demo", TestContext.Current.CancellationToken);
        Assert.Equal((0, 1), (left.Tags.Count, left.EmptyTags.Count));

        HostAssert.Succeeded(await repository.PublishAsync(target));

        var mended = await audit.AuditAsync("charts/demo", TestContext.Current.CancellationToken);
        Assert.Equal((1, 0, 0), (mended.Tags.Count, mended.EmptyTags.Count, mended.Faults.Count));
        Assert.Contains("\"action\": \"published\"", repository.Git.Read("artifacts/release.json"), StringComparison.Ordinal);
    }
}
