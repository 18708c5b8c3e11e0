using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Several targets: all or nothing is decided before the first byte.</summary>
public sealed class SeveralTargetsTests(Registries registries)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Repeated_and_comma_separated_targets_are_all_published_and_verified(bool repeated)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var registry = Registries.Target(await registries.OpenAsync());
        string[] arguments = repeated
            ? ["--registry=oci-layout:artifacts/registry", $"--registry={registry}"]
            : [$"--registry=oci-layout:artifacts/registry,{registry}"];

        HostAssert.Succeeded(await repository.PublishAsync(arguments));

        Assert.Equal(
            ["oci-layout:artifacts/registry true", $"{registry} true"],
            repository.Report().Chart()["targets"]!.AsArray().Select(target => $"{target!["target"]} {target["verified"]}"));
    }

    [Fact]
    public async Task A_conflict_at_one_target_keeps_the_others_untouched()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        repository.Git.Write("helm/demo/values.yaml", "greeting: other\n");
        await repository.Git.CommitAsync();
        var registry = await registries.OpenAsync();
        var target = Registries.Target(registry);

        HostAssert.Failed(
            await repository.PublishAsync($"--registry={target}", "--registry=oci-layout:artifacts/registry"),
            "oci-layout:artifacts/registry/demo:0.1.0");

        Assert.Empty(Registries.Stored(registry, target));
        Assert.Equal("refused", repository.Action());
    }

    [Fact]
    public async Task A_target_that_lacks_the_version_gets_it_while_the_other_is_skipped()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.PublishAsync());
        var before = repository.Snapshot("artifacts/registry");
        var target = Registries.Target(await registries.OpenAsync());

        HostAssert.Succeeded(await repository.PublishAsync("--registry=oci-layout:artifacts/registry", $"--registry={target}"));

        Assert.Equal(before, repository.Snapshot("artifacts/registry"));
        Assert.Equal("published", repository.Action());
    }
}
