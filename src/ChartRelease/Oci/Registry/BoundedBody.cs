namespace ChartRelease.Oci.Registry;

/// <summary>Reads bodies whose length nobody vouches for.</summary>
internal static class BoundedBody
{
    private const int BufferSize = 16 * 1024;

    /// <summary>At most <paramref name="limit"/> bytes of a body, and whether that was all of it.</summary>
    public static async Task<(byte[] Bytes, bool Complete)> ReadAsync(
        HttpResponseMessage response, int limit, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var watch = new StandstillWatch(timeout, cancellationToken);
        var stream = await response.Content.ReadAsStreamAsync(watch.Token).ConfigureAwait(false);
        await using var disposal = stream.ConfigureAwait(false);
        using var content = new MemoryStream();
        var buffer = new byte[BufferSize];
        while (true)
        {
            // One byte more than allowed is asked for: it tells a body of exactly the limit from a longer one.
            var wanted = (int)Math.Min(buffer.Length, limit + 1 - content.Length);
            var read = await stream.ReadAsync(buffer.AsMemory(0, wanted), watch.Token).ConfigureAwait(false);
            if (read == 0)
            {
                return (content.ToArray(), true);
            }

            watch.Moved();
            await content.WriteAsync(buffer.AsMemory(0, read), watch.Token).ConfigureAwait(false);
            if (content.Length > limit)
            {
                content.SetLength(limit);
                return (content.ToArray(), false);
            }
        }
    }
}
