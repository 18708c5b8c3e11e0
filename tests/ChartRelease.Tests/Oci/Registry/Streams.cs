namespace ChartRelease.Tests.Oci.Registry;

internal static class Streams
{
    public static async Task<byte[]> ReadAllAsync(this Stream stream, CancellationToken cancellationToken)
    {
        await using (stream)
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancellationToken);
            return content.ToArray();
        }
    }
}
