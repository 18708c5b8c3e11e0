using ChartRelease.Oci;
using ChartRelease.Oci.Registry;

namespace ChartRelease.Tests.Oci.Registry;

public sealed class BlobContentTests
{
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_is_read_to_be_left_out_is_no_standstill()
    {
        var bytes = new byte[12 * SlowStream.Piece];
        var blob = Blob.FromBytes(MediaTypes.HelmChart, bytes) with { OpenAsync = _ => ValueTask.FromResult<Stream>(new SlowStream(bytes)) };
        using var watch = new StandstillWatch(_timeout, TestContext.Current.CancellationToken);
        using var content = new BlobContent(blob, bytes.Length - 1, "application/octet-stream", watch);
        using var sent = new MemoryStream();
        await content.CopyToAsync(sent, watch.Token);
        Assert.Equal(1, sent.Length);
    }

    // Another registry on a thin line: all of it takes longer than it may stand still.
    private sealed class SlowStream(byte[] bytes) : ReadOnlyStream
    {
        public const int Piece = 1024;
        private readonly MemoryStream _inner = new(bytes);

        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(_timeout / 8, cancellationToken);
            return await _inner.ReadAsync(buffer[..Math.Min(buffer.Length, Piece)], cancellationToken);
        }
    }
}
