namespace ChartRelease.Oci;

/// <summary>
/// A place charts are published to: <c>oci://HOST[:PORT]/PATH</c> or <c>oci-layout:FOLDER</c>. Disposing it also takes back what was begun
/// there and not used; it does not fail.
/// </summary>
public interface IReleaseTarget : IAsyncDisposable
{
    /// <summary>The target as parsed, the owner lowered.</summary>
    TargetReference Reference { get; }

    /// <summary>
    /// Whether the target itself refuses to move a tag to other content. Where it does not, who pushes looks again afterwards.
    /// </summary>
    bool GuardsTags { get; }

    /// <summary>The repository of one chart, the same one for the same name. Cheap: nothing is asked yet.</summary>
    IRepository Repository(string chartName);

    /// <summary>Proves that a chart of this name may be pushed. What this begins is used by the push that follows, or taken back with the target.</summary>
    /// <returns>One sentence on whom the target took us for and where the credentials came from, without any secret.</returns>
    Task<string> ProvePushAccessAsync(string chartName, CancellationToken cancellationToken);
}
