using System.Text.RegularExpressions;
using ChartRelease.Git;
using ChartRelease.Oci;

namespace ChartRelease.Release.Reproduction;

/// <summary>Finds the commit that a published chart claims to come from.</summary>
internal static partial class RebuiltCommit
{
    private const string Annotation = "org.opencontainers.image.revision";

    /// <summary>Resolves the revision of the manifest, or the one that was given.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="given">What was given with <c>--commit</c>; <see langword="null"/> for nothing.</param>
    /// <param name="manifest">The published manifest.</param>
    /// <param name="reference">Where it stands, for messages.</param>
    /// <param name="cancellationToken">Ends git.</param>
    /// <returns>Full id of the commit.</returns>
    /// <exception cref="ChartReleaseException">
    /// <see cref="FailureReason.RevisionNotFound"/>: the manifest names no commit, or one that this repository does not have.
    /// <see cref="FailureReason.ShallowClone"/>: it may be one that a shallow clone hides.
    /// </exception>
    public static async Task<string> FindAsync(
        GitRepository repository, string? given, OciManifest manifest, string reference, CancellationToken cancellationToken)
    {
        var revision = given ?? Named(manifest, reference);
        try
        {
            return await repository.ResolveAsync(revision, cancellationToken).ConfigureAwait(false);
        }
        catch (ChartReleaseException exception) when (exception.Reason == FailureReason.RevisionNotFound && given is null)
        {
            throw Unknown(repository, revision, reference, exception);
        }
    }

    // Only a full id: a name, such as main, means another commit every day.
    private static string Named(OciManifest manifest, string reference) => manifest.Annotations.GetValueOrDefault(Annotation) switch
    {
        null => throw NotNamed($"{reference} does not say which commit it was made of: its manifest has no annotation {Annotation}."),
        var revision when CommitId().IsMatch(revision) => revision,
        var revision => throw NotNamed($"{reference} names \"{revision}\" as its revision, which is no commit id."),
    };

    private static ChartReleaseException NotNamed(string found) => new(
        FailureReason.RevisionNotFound,
        found,
        "The full id of a commit, as this program writes it; helm writes none.",
        "Say which commit to build with --commit=REV.");

    private static ChartReleaseException Unknown(GitRepository repository, string revision, string reference, Exception cause) => repository.IsShallow
        ? new ChartReleaseException(
            FailureReason.ShallowClone,
            $"{reference} was made of commit {revision}, which this shallow clone does not have.",
            "A clone with its whole history.",
            "Set fetch-depth: 0 for actions/checkout, or run: git fetch --unshallow.",
            cause)
        : new ChartReleaseException(
            FailureReason.RevisionNotFound,
            $"{reference} was made of commit {revision}, which this repository does not have.",
            "The repository that the chart was released from, with that commit.",
            "Run in that repository, or fetch the commit: git fetch --tags origin. A commit that was never pushed cannot be rebuilt.",
            cause);

    [GeneratedRegex(@"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex CommitId();
}
