namespace ChartRelease.Oci;

/// <summary>A place charts are published to: <c>oci://HOST[:PORT]/PATH</c> or <c>oci-layout:FOLDER</c>.</summary>
public interface IReleaseTarget : IDisposable
{
    /// <summary>The target as parsed, the owner lowered.</summary>
    TargetReference Reference { get; }

    /// <summary>
    /// Whether the target itself refuses to move a tag to other content. Where it does not, who pushes looks again afterwards.
    /// </summary>
    bool GuardsTags { get; }

    /// <summary>The repository of one chart. Cheap: nothing is asked yet.</summary>
    IRepository Repository(string chartName);

    /// <summary>Proves that charts of these names may be pushed, without leaving anything behind.</summary>
    /// <returns>One sentence on whom the target took us for and where the credentials came from, without any secret.</returns>
    Task<string> ProvePushAccessAsync(IReadOnlyCollection<string> chartNames, CancellationToken cancellationToken);
}
