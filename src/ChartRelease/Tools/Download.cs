using System.Security.Cryptography;

namespace ChartRelease.Tools;

/// <summary>Fetches a file, shows how far it is, and tells its SHA-256.</summary>
internal static class Download
{
    /// <summary>A transfer without a byte for this long is given up.</summary>
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(60);

    /// <returns>SHA-256 of the file, lower-case hex.</returns>
    public static async Task<string> ToFileAsync(ToolInstallation installation, Uri url, string path, CancellationToken cancellationToken)
    {
        using var stall = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stall.CancelAfter(Stall);
        using var response = await installation.Http.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, stall.Token).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        var length = response.Content.Headers.ContentLength;
        var progress = new DownloadProgress(installation.Log, installation.Label, url.Host, length);

        var source = await response.Content.ReadAsStreamAsync(stall.Token).ConfigureAwait(false);
        await using var sourceDisposal = source.ConfigureAwait(false);
        var file = new FileStream(path, FileMode.Create, FileAccess.Write);
        await using var fileDisposal = file.ConfigureAwait(false);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[128 * 1024];
        long total = 0;
        int read;
        while ((read = await source.ReadAsync(buffer, stall.Token).ConfigureAwait(false)) > 0)
        {
            stall.CancelAfter(Stall);
            hash.AppendData(buffer, 0, read);
            await file.WriteAsync(buffer.AsMemory(0, read), stall.Token).ConfigureAwait(false);
            progress.Report(total += read);
        }

        return length is { } expected && expected != total
            ? throw new ToolSourceException($"{total} bytes came instead of {expected}")
            : Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
