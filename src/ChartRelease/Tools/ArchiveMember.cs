using System.Formats.Tar;
using System.IO.Compression;

namespace ChartRelease.Tools;

/// <summary>Takes one file out of an archive; nothing else of it is ever written.</summary>
internal static class ArchiveMember
{
    public static async Task ExtractAsync(string archive, string member, string destination, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(destination)!);
        var found = archive.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
            ? await FromZipAsync(archive, member, destination, cancellationToken).ConfigureAwait(false)
            : await FromTarAsync(archive, member, destination, cancellationToken).ConfigureAwait(false);
        if (!found)
        {
            throw new ToolSourceException($"{Path.GetFileName(archive)} has no member {member}");
        }
    }

    private static async Task<bool> FromZipAsync(string archive, string member, string destination, CancellationToken cancellationToken)
    {
        var zip = await ZipFile.OpenReadAsync(archive, cancellationToken).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
        {
            if (zip.GetEntry(member) is not { } entry)
            {
                return false;
            }

            var content = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (content.ConfigureAwait(false))
            {
                await WriteAsync(content, destination, cancellationToken).ConfigureAwait(false);
            }
        }

        return true;
    }

    private static async Task<bool> FromTarAsync(string archive, string member, string destination, CancellationToken cancellationToken)
    {
        var file = File.OpenRead(archive);
        await using var fileDisposal = file.ConfigureAwait(false);
        var gzip = new GZipStream(file, CompressionMode.Decompress);
        await using var gzipDisposal = gzip.ConfigureAwait(false);
        var tar = new TarReader(gzip);
        await using var tarDisposal = tar.ConfigureAwait(false);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken).ConfigureAwait(false) is { } entry)
        {
            if (entry.Name == member && entry.DataStream is { } content)
            {
                await WriteAsync(content, destination, cancellationToken).ConfigureAwait(false);
                return true;
            }
        }

        return false;
    }

    private static async Task WriteAsync(Stream content, string destination, CancellationToken cancellationToken)
    {
        var file = new FileStream(destination, FileMode.CreateNew, FileAccess.Write);
        await using (file.ConfigureAwait(false))
        {
            await content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
        }
    }
}
