using ChartRelease.Oci;

namespace ChartRelease.Release.Bumping.Journal;

/// <summary>What a version change is going to do, written down before the first file is touched, so that a later run can end what a killed one began.</summary>
/// <param name="Head">Full id of the commit it goes on top of.</param>
/// <param name="Request">What was asked for, in one line; see <see cref="RequestOf"/>.</param>
/// <param name="Subject">First line of its commit message.</param>
/// <param name="Charts">The charts.</param>
/// <param name="Files">The files.</param>
internal sealed record BumpJournal(string Head, string Request, string Subject, IReadOnlyList<BumpedChart> Charts, IReadOnlyList<JournaledFile> Files)
{
    /// <summary>Paths of all files, relative to the repository root.</summary>
    public IReadOnlyList<string> Paths => [.. Files.Select(file => file.Path)];

    /// <summary>The journal of a change.</summary>
    public static BumpJournal Of(string head, string request, string message, IReadOnlyList<BumpedChart> charts, IReadOnlyList<FileEdit> edits) =>
        new(head, request, message.Split('\n')[0], charts, [.. edits.Select(JournaledFile.Of)]);

    /// <summary>The same with files as hooks of the commit left them, so that they are known for this change's own.</summary>
    /// <param name="read">Reads a file.</param>
    /// <param name="paths">The files that are as committed.</param>
    public BumpJournal AsCommitted(Func<string, byte[]?> read, IEnumerable<string> paths) =>
        this with { Files = [.. Files.Select(file => paths.Contains(file.Path) ? file.With(read(file.Path)) : file)] };

    /// <summary>What decides which versions come out; not whether they are pushed.</summary>
    public static string RequestOf(BumpRequest request, IEnumerable<string> charts) => string.Join(
        ' ',
        $"--bump={request.Kind}",
        $"--preid={request.Preid}",
        $"--chart-version={request.ChartVersion}",
        $"--app-version={request.AppVersion}",
        $"--changelog={request.ChangeLog}",
        $"--artifacthub-changes={request.ArtifactHubChanges}",
        $"--charts={string.Join(',', charts)}");
}

/// <summary>A file that a version change writes.</summary>
/// <param name="Path">Path relative to the repository root.</param>
/// <param name="Before">Its bytes before; <see langword="null"/> for a new file.</param>
/// <param name="After">Digest of its bytes afterwards; <see langword="null"/> for a file that goes.</param>
internal sealed record JournaledFile(string Path, byte[]? Before, Digest? After)
{
    /// <summary>The file of an edit.</summary>
    public static JournaledFile Of(FileEdit edit) => new(edit.File, edit.Before, DigestOf(edit.After));

    /// <summary>The same file, with other bytes afterwards.</summary>
    public JournaledFile With(byte[]? after) => this with { After = DigestOf(after) };

    /// <summary>Whether this is what the version change found.</summary>
    public bool IsBefore(byte[]? content) => DigestOf(content) == DigestOf(Before);

    /// <summary>Whether this is what the version change writes.</summary>
    public bool IsAfter(byte[]? content) => DigestOf(content) == After;

    /// <summary>Whether it is one of both, and nobody else's.</summary>
    public bool IsKnown(byte[]? content) => IsBefore(content) || IsAfter(content);

    private static Digest? DigestOf(byte[]? content) => content is null ? null : Digest.Of(content);
}
