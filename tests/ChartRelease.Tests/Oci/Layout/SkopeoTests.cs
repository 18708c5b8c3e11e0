using System.Text;
using ChartRelease.Oci;
using ChartRelease.Oci.Layout;
using ChartRelease.Processes;
using ChartRelease.Testing;
using ChartRelease.Testing.Registry;
using ChartRelease.Tests.Oci.Referrers;

namespace ChartRelease.Tests.Oci.Layout;

/// <summary>The layout as a program of others reads and writes it.</summary>
public sealed class SkopeoTests : LayoutTests
{
    [Fact]
    public async Task Skopeo_reads_the_manifest_byte_for_byte()
    {
        await PublishAsync(Repository, "1.0.0", Manifest("1"));
        await PublishAsync(Repository, "1.1.0_build", Manifest("2"));

        var raw = await SkopeoAsync("inspect", "--raw", Image("1.1.0_build"));

        Assert.Equal(Manifest("2").Descriptor.Digest, Digest.Of(Encoding.UTF8.GetBytes(raw)));
    }

    [Fact]
    public async Task What_skopeo_adds_is_read_and_kept()
    {
        await PublishAsync(Repository, "1.0.0", Manifest("1"));

        await SkopeoAsync("copy", Image("1.0.0"), Image("copied"));
        await PublishAsync(Repository, "1.1.0", Manifest("2"));

        Assert.Equal(Manifest("1").Descriptor, (await Repository.ResolveAsync("copied", Token))!.Descriptor);
        Assert.Equal(["1.0.0", "copied", "1.1.0"], await Repository.ListTagsAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task Skopeo_takes_a_layout_to_a_registry_and_back_and_every_byte_stays()
    {
        await using var registry = await DockerRegistry.StartAsync(Token);
        var remote = $"docker://{registry.Host}/charts/{Name}:1.0.0";
        var back = Path.Combine(Folder, "back", Name);
        Directory.CreateDirectory(back);
        await PublishAsync(Repository, "1.0.0", Manifest());

        await SkopeoAsync("copy", "--preserve-digests", "--dest-tls-verify=false", Image("1.0.0"), remote);
        await SkopeoAsync("copy", "--preserve-digests", "--src-tls-verify=false", remote, $"oci:{back}:1.0.0");

        await using var target = new LayoutTarget(new LayoutReference("back"), Folder, NullReleaseLog.Instance);
        var manifest = await target.Repository(Name).ResolveAsync("1.0.0", Token);
        Assert.Equal(Manifest().Descriptor, manifest!.Descriptor);
        foreach (var digest in (Digest[])[Manifest().Descriptor.Digest, Config.Descriptor.Digest, Archive.Descriptor.Digest])
        {
            Assert.Equal(
                await File.ReadAllBytesAsync(BlobPath(digest), Token),
                await File.ReadAllBytesAsync(Path.Combine(back, "blobs", digest.Algorithm, digest.Hex), Token));
        }
    }

    [Fact]
    public async Task A_layout_with_referrers_is_still_read_by_skopeo()
    {
        await PublishAsync(Repository, "1.0.0", Manifest());
        await Artifacts.AttachAsync(Repository, Manifest().Descriptor, "sbom", Token);

        var raw = await SkopeoAsync("inspect", "--raw", Image("1.0.0"));

        Assert.Equal(Manifest().Descriptor.Digest, Digest.Of(Encoding.UTF8.GetBytes(raw)));
    }

    private string Image(string tag) => $"oci:{LayoutPath("").TrimEnd('/')}:{tag}";

    private static async Task<string> SkopeoAsync(params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(new ProcessRequest(await TestTools.SkopeoAsync(), arguments), Token);
        Assert.True(result.ExitCode == 0, result.Words);
        return result.Output;
    }
}
