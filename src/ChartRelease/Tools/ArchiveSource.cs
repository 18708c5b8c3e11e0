namespace ChartRelease.Tools;

/// <summary>An archive on the web, <c>.tar.gz</c> or <c>.zip</c>, with the program as one member.</summary>
/// <param name="Url">Where it is.</param>
/// <param name="Member">Path of the program in the archive.</param>
/// <param name="Sha256">SHA-256 of the archive, hex; <see langword="null"/> when <paramref name="ChecksumUrl"/> names it.</param>
/// <param name="ChecksumUrl">Where the publisher's <c>.sha256sum</c> is, for platforms without a pin.</param>
public sealed record ArchiveSource(Uri Url, string Member, string? Sha256 = null, Uri? ChecksumUrl = null) : ToolSource
{
    /// <summary>Name of the file that keeps the digest of an archive without a pin, beside the program.</summary>
    internal const string DigestFile = "archive.sha256";

    internal override string Describe() => Url.ToString();

    internal override async Task InstallAsync(ToolInstallation installation, CancellationToken cancellationToken)
    {
        var expected = Sha256 ?? await PublishedDigestAsync(installation, cancellationToken).ConfigureAwait(false);
        var archive = Path.Combine(installation.Scratch, Path.GetFileName(Url.LocalPath));
        var actual = await Download.ToFileAsync(installation, Url, archive, cancellationToken).ConfigureAwait(false);
        if (!string.Equals(actual, expected, StringComparison.OrdinalIgnoreCase))
        {
            throw new ToolSourceException($"the archive has the SHA-256 {actual}, not {expected}");
        }

        await ArchiveMember.ExtractAsync(archive, Member, installation.Executable, cancellationToken).ConfigureAwait(false);
        if (Sha256 is null)
        {
            var file = Path.Combine(installation.Folder, DigestFile);
            await File.WriteAllTextAsync(file, $"{actual}  {Url}\n", cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<string> PublishedDigestAsync(ToolInstallation installation, CancellationToken cancellationToken)
    {
        var url = ChecksumUrl ?? throw new ToolSourceException("the manifest gives neither a digest nor a place to read it from");
        var text = await installation.Http.GetStringAsync(url, cancellationToken).ConfigureAwait(false);
        var digest = text.Split([' ', '\t', '\n', '\r'], 2)[0];
        return digest.Length == 64 && digest.All(char.IsAsciiHexDigit)
            ? digest
            : throw new ToolSourceException($"{url} does not hold a SHA-256");
    }
}
