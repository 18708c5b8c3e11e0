using ChartRelease.Testing;

namespace ChartRelease.Integration.Pipeline;

/// <summary>Folders that cannot be written.</summary>
public sealed class WriteErrorTests
{
    // Refuses every user, root too, which file permissions would not.
    private const string ReadOnly = "/sys/chart-release";

    [Fact]
    public async Task Artifacts_in_a_read_only_place()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        HostAssert.Failed(await repository.PublishAsync($"--artifacts={ReadOnly}"), ReadOnly);
    }

    [Fact]
    public async Task Artifacts_that_is_a_file()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("artifacts", "a file");

        HostAssert.Failed(await repository.PublishAsync(), $"{repository.Git.Combine("artifacts")} is a file");

        Assert.Equal("a file", repository.Git.Read("artifacts"));
    }

    [Fact]
    public async Task A_layout_in_a_read_only_place()
    {
        using var repository = await ReleaseRepository.CreateAsync();

        var run = await repository.PublishAsync($"--registry=oci-layout:{ReadOnly}");

        HostAssert.Failed(run, "/sys cannot be written");
        Assert.DoesNotContain("probe", run.All, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_that_cannot_be_written()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        Directory.CreateDirectory(repository.Git.Combine("artifacts/release.json"));

        HostAssert.Failed(await repository.PublishAsync(), "release.json");
    }

    [Fact]
    public async Task A_disk_that_takes_no_more()
    {
        using var repository = await ReleaseRepository.CreateAsync();
        repository.Git.Write("helm/demo/large.txt", Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(200_000)));
        await repository.Git.CommitAsync();
        // Programs map large files too, hence the limit is on what bash's child writes, in blocks of 1024 bytes.
        repository.With("DOTNET_EnableWriteXorExecute", "0");

        var run = await ReleaseHost.RunLimitedAsync(repository.Setup, fileBlocks: 64, "--target=Package");

        HostAssert.Failed(run, "demo-0.1.0.tgz");
        Assert.Empty(repository.Snapshot());
    }
}
