using ChartRelease.Release.Verification;
using ChartRelease.Tests.Release.Support;
using CsCheck;

namespace ChartRelease.Tests.Release.Verification;

public sealed class StreamComparisonTests
{
    private const int BufferSize = 64 * 1024;

    [Fact]
    public async Task Streams_are_equal_when_their_bytes_are() => await Gen.Select(Gen.Byte.Array[0, 200], Gen.Byte.Array[0, 200], Gen.Bool, Gen.Int[1, 50])
        .SampleAsync(async (left, other, same, piece) =>
        {
            var right = same ? (byte[])left.Clone() : other;
            return await EqualAsync(left, right, piece) == left.AsSpan().SequenceEqual(right);
        });

    [Theory]
    [InlineData(BufferSize - 1)]
    [InlineData(BufferSize)]
    [InlineData(BufferSize + 1)]
    [InlineData(2 * BufferSize)]
    public async Task The_end_of_a_buffer_is_not_the_end_of_a_stream(int size)
    {
        var content = new byte[size];
        var changed = (byte[])content.Clone();
        changed[^1] = 1;

        Assert.True(await EqualAsync(content, content, 7000));
        Assert.False(await EqualAsync(content, changed, 7000));
        Assert.False(await EqualAsync(content, [.. content, 0], 7000));
        Assert.False(await EqualAsync([.. content, 0], content, 7000));
    }

    private static Task<bool> EqualAsync(byte[] left, byte[] right, int piece) =>
        StreamComparison.EqualAsync(new PieceStream(left, piece), new MemoryStream(right), ReleaseAssert.Token);

    /// <summary>Gives at most so many bytes at a time, as a connection does.</summary>
    private sealed class PieceStream(byte[] content, int piece) : MemoryStream(content, writable: false)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(piece, buffer.Length)]);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(piece, buffer.Length)], cancellationToken);
    }
}
