using ChartRelease.Testing.Audit;

namespace ChartRelease.Testing.Kill;

/// <summary>Image layouts in a folder.</summary>
public sealed class LayoutKillTarget(TemporaryFolder folder) : IKillTarget
{
    /// <inheritdoc/>
    public string Reference(string path) => $"oci-layout:{folder.Combine(path)}";

    /// <inheritdoc/>
    public bool IsTouched(string path) => Directory.Exists(folder.Combine(path));

    /// <inheritdoc/>
    public Task<AuditResult> AuditAsync(string path, string chart, CancellationToken cancellationToken) =>
        Task.FromResult(LayoutAudit.Audit(folder.Combine(Path.Combine(path, chart))));
}
