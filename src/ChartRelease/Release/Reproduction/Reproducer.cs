using ChartRelease.Git;
using ChartRelease.Oci;
using ChartRelease.Release.Packaging;
using ChartRelease.Release.Planning;
using ChartRelease.Release.Selection;

namespace ChartRelease.Release.Reproduction;

/// <summary>Rebuilds one published version and compares.</summary>
/// <param name="repository">The repository.</param>
/// <param name="rebuild">Builds charts of its commits.</param>
/// <param name="commit">The revision to build whatever the manifest names; <see langword="null"/> to go by the manifest.</param>
/// <param name="log">Told of each version that is done.</param>
internal sealed class Reproducer(GitRepository repository, ChartRebuild rebuild, string? commit, IReleaseLog log)
{
    /// <summary>Reads the version wholly, rebuilds it and compares.</summary>
    /// <exception cref="ChartReleaseException">It could not be told.</exception>
    public async Task<ReproducedChart> ReproduceAsync(PublishedVersion version, string target, IRepository published, CancellationToken cancellationToken)
    {
        var reference = $"{published.Reference}:{version.Tag}";
        var manifest = await published.ResolveAsync(version.Tag, cancellationToken).ConfigureAwait(false)
            ?? throw NotAChart(reference, "is listed, and not there");
        var layer = ChartLayer.Find(manifest.Manifest) ?? throw NotAChart(reference, "has no chart layer");
        var revision = await RebuiltCommit.FindAsync(repository, commit, manifest.Manifest, reference, cancellationToken).ConfigureAwait(false);

        using var scratch = new ScratchFolder();
        var built = await rebuild.BuildAsync(version.Chart, revision, Path.Combine(scratch.Path, "rebuilt"), cancellationToken).ConfigureAwait(false);
        var archive = Path.Combine(scratch.Path, "published.tgz");
        await FetchAsync(published, layer, archive, cancellationToken).ConfigureAwait(false);
        var config = await ReadAsync(new Blob(manifest.Manifest.Config, async token => await published.FetchBlobAsync(manifest.Manifest.Config, token).ConfigureAwait(false)), cancellationToken).ConfigureAwait(false);
        var differences = await CompareAsync(manifest, layer, config, archive, built, cancellationToken).ConfigureAwait(false);
        var outcome = differences.Count == 0 ? ReproductionOutcome.Identical
            : differences.Any(difference => difference.IsContent) ? ReproductionOutcome.Different : ReproductionOutcome.SameContent;
        log.Write(ReleaseLogLevel.Information, $"{reference}: {ReproductionWords.Of(outcome)}, rebuilt from {revision}");
        return new ReproducedChart
        {
            Chart = version.Chart,
            Version = version.Version.ToString(),
            Target = target,
            Reference = reference,
            Outcome = outcome,
            Commit = revision,
            Published = manifest.Descriptor.Digest,
            Rebuilt = built.Manifest.Descriptor.Digest,
            Differences = differences,
            Failure = outcome == ReproductionOutcome.Identical ? null : Failed(reference, revision, outcome, differences),
        };
    }

    private static async Task<IReadOnlyList<Difference>> CompareAsync(
        ManifestContent manifest, Descriptor layer, byte[] config, string archive, PackagedChart built, CancellationToken cancellationToken)
    {
        var rebuiltConfig = await ReadAsync(built.Config, cancellationToken).ConfigureAwait(false);
        var rebuiltManifest = await ReadAsync(built.Manifest, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Difference> files = layer.Digest == built.Archive.Descriptor.Digest ? []
            : await Task.Run(() => ArchiveDifferences.Find(archive, built.ArchivePath), cancellationToken).ConfigureAwait(false);
        return
        [
            .. files.Where(difference => difference.IsContent),
            .. ConfigComparison.Compare(config, rebuiltConfig),
            .. files.Where(difference => !difference.IsContent),
            .. ManifestComparison.Compare(manifest, rebuiltManifest, OciManifestJson.Parse(rebuiltManifest, "The rebuilt chart")),
        ];
    }

    // To the end, where digest and size are compared: what a registry does not give back is not published.
    private static async Task FetchAsync(IRepository published, Descriptor layer, string path, CancellationToken cancellationToken)
    {
        var remote = await published.FetchBlobAsync(layer, cancellationToken).ConfigureAwait(false);
        await using (remote.ConfigureAwait(false))
        {
            await AtomicFile.WriteAsync(path, remote.CopyToAsync, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<byte[]> ReadAsync(Blob blob, CancellationToken cancellationToken)
    {
        var stream = await blob.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using var content = new MemoryStream();
            await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
            return content.ToArray();
        }
    }

    private static ChartReleaseException NotAChart(string reference, string why) => new(
        FailureReason.NotFound,
        $"{reference} {why}.",
        "A published chart.",
        "Leave this version out with --versions, or publish it again.");

    private static Failure Failed(string reference, string revision, ReproductionOutcome outcome, IReadOnlyList<Difference> differences) => new(
        FailureReason.VerificationFailed,
        $"{reference} is not what commit {revision} builds ({ReproductionWords.Of(outcome)}): {ReproductionWords.Summary(differences)}.",
        "The manifest, config and archive that the commit builds, byte for byte.",
        outcome == ReproductionOutcome.SameContent
            ? "Nothing, when helm or an older version of this program published it: the files are those of the commit. Else find out who did."
            : "Look at what differs above. If another commit or version was built, name it with --commit, --chart-version or --app-version; else do not install it, and find out who published it.");
}
