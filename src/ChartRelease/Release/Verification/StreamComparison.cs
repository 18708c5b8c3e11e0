using System.Buffers;

namespace ChartRelease.Release.Verification;

/// <summary>Compares two streams without holding either in memory.</summary>
internal static class StreamComparison
{
    private const int BufferSize = 64 * 1024;

    /// <summary>Whether both give the same bytes up to their ends.</summary>
    public static async Task<bool> EqualAsync(Stream left, Stream right, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(2 * BufferSize);
        try
        {
            var (first, second) = (buffer.AsMemory(0, BufferSize), buffer.AsMemory(BufferSize, BufferSize));
            int read;
            do
            {
                read = await left.ReadAtLeastAsync(first, BufferSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                var other = await right.ReadAtLeastAsync(second, BufferSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                if (read != other || !first.Span[..read].SequenceEqual(second.Span[..read]))
                {
                    return false;
                }
            }
            while (read == BufferSize);

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
