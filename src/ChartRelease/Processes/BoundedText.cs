using System.Text;

namespace ChartRelease.Processes;

/// <summary>Reads a stream to its end and keeps the last part of it, so that a talkative process cannot fill the memory.</summary>
internal static class BoundedText
{
    public const int Limit = 16 * 1024;

    public static async Task<string> ReadTailAsync(Stream stream)
    {
        var tail = new byte[Limit];
        var buffer = new byte[4096];
        long total = 0;
        int read;
        while ((read = await ReadAsync(stream, buffer).ConfigureAwait(false)) > 0)
        {
            for (var i = 0; i < read; i++)
            {
                tail[total++ % Limit] = buffer[i];
            }
        }

        if (total <= Limit)
        {
            return Encoding.UTF8.GetString(tail, 0, (int)total);
        }

        var start = (int)(total % Limit);
        return "…" + Encoding.UTF8.GetString([.. tail[start..], .. tail[..start]]);
    }

    private static async ValueTask<int> ReadAsync(Stream stream, byte[] buffer)
    {
        try
        {
            return await stream.ReadAsync(buffer).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The process was killed and its pipe closed under us; what came so far is what there is.
            return 0;
        }
    }
}
