using System.Text;
using ChartRelease.Processes;
using ChartRelease.Testing;

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

        Assert.Equal(Manifest("2").Descriptor.Digest, ChartRelease.Oci.Digest.Of(Encoding.UTF8.GetBytes(raw)));
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

    private string Image(string tag) => $"oci:{LayoutPath("").TrimEnd('/')}:{tag}";

    private static async Task<string> SkopeoAsync(params string[] arguments)
    {
        var result = await ProcessRunner.RunAsync(new ProcessRequest(await TestTools.SkopeoAsync(), arguments), Token);
        Assert.True(result.ExitCode == 0, result.Words);
        return result.Output;
    }
}
