using ChartRelease.Integration.Pipeline;
using ChartRelease.Testing;
using ChartRelease.Testing.Audit;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Integration.Kill;

/// <summary>The audits of <see cref="KillTests"/> see damage when there is some.</summary>
public sealed class AuditTests(Registries registries)
{
    public static TheoryData<string, string> Damages { get; } = new()
    {
        { "missing", "is missing" },
        { "cut off", "bytes instead of" },
        { "other bytes", "has the digest" },
    };

    [Fact]
    public async Task A_whole_release_has_no_fault()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        var target = Registries.Target(await registries.OpenAsync());

        HostAssert.Succeeded(await repository.RunAsync("--target=Push", "--registry=oci-layout:artifacts/registry", $"--registry={target}"));

        var layout = LayoutAudit.Audit(repository.Git.Combine("artifacts/registry/demo"));
        var registry = await AuditAsync(await registries.OpenAsync(), target);
        Assert.Empty(layout.Faults);
        Assert.Empty(registry.Faults);
        Assert.Empty(registry.EmptyTags);
        Assert.Equal("0.1.0", Assert.Single(layout.Tags).Key);
        Assert.Equal(layout.Tags, registry.Tags);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_blob_of_a_layout_is_a_fault(string damage, string fault)
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.RunAsync("--target=Push"));
        var layout = repository.Git.Combine("artifacts/registry/demo");

        Damage(Directory.EnumerateFiles(Path.Combine(layout, "blobs", "sha256")).Single(IsArchive), damage);

        Assert.Contains(LayoutAudit.Audit(layout).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_damaged_index_is_a_fault()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        HostAssert.Succeeded(await repository.RunAsync("--target=Push"));
        var layout = repository.Git.Combine("artifacts/registry/demo");

        Damage(Path.Combine(layout, "index.json"), "cut off");

        Assert.NotEmpty(LayoutAudit.Audit(layout).Faults);
    }

    [Theory]
    [MemberData(nameof(Damages))]
    public async Task A_damaged_blob_of_a_registry_is_a_fault(string damage, string fault)
    {
        // Its own: the others share blobs.
        await using var registry = await DockerRegistry.StartAsync(TestContext.Current.CancellationToken);
        using var repository = await ReleaseRepository.CreateAsync();
        var target = Registries.Target(registry);
        HostAssert.Succeeded(await repository.RunAsync("--target=Push", $"--registry={target}"));

        var blobs = Path.Combine(registry.Storage, "docker", "registry", "v2", "blobs");
        Damage(Directory.EnumerateFiles(blobs, "data", SearchOption.AllDirectories).Single(IsArchive), damage);

        Assert.Contains((await AuditAsync(registry, target)).Faults, found => found.Contains(fault, StringComparison.Ordinal));
    }

    private static bool IsArchive(string file) => File.ReadAllBytes(file) is [0x1f, 0x8b, ..];

    private static void Damage(string file, string damage)
    {
        var bytes = File.ReadAllBytes(file);
        switch (damage)
        {
            case "missing":
                File.Delete(file);
                break;
            case "cut off":
                File.WriteAllBytes(file, bytes[..^1]);
                break;
            default:
                bytes[^1] ^= 1;
                File.WriteAllBytes(file, bytes);
                break;
        }
    }

    private static async Task<AuditResult> AuditAsync(DockerRegistry registry, string target)
    {
        using var audit = new RegistryAudit(registry.Host);
        return await audit.AuditAsync($"{target.Split('/')[^1]}/demo", TestContext.Current.CancellationToken);
    }
}
