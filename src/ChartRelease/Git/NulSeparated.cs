using System.Text;

namespace ChartRelease.Git;

/// <summary>Splits a stream at NUL bytes as it comes.</summary>
internal static class NulSeparated
{
    /// <summary>Hands each field over as text.</summary>
    /// <param name="stream">The output of a git command with <c>-z</c>.</param>
    /// <param name="accept">Takes a field; <see langword="false"/> ends the reading.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Whether the stream was read to its end.</returns>
    public static async Task<bool> ReadAsync(Stream stream, Func<string, bool> accept, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var filled = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(filled), cancellationToken).ConfigureAwait(false)) > 0)
        {
            var scanned = filled;
            filled += read;
            var start = 0;
            int length;
            while ((length = buffer.AsSpan(scanned, filled - scanned).IndexOf((byte)0)) >= 0)
            {
                var end = scanned + length;
                if (!accept(Encoding.UTF8.GetString(buffer, start, end - start)))
                {
                    return false;
                }

                start = scanned = end + 1;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
            if (filled == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        return filled == 0 || accept(Encoding.UTF8.GetString(buffer, 0, filled));
    }
}
