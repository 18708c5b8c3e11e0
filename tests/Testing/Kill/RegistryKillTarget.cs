using ChartRelease.Testing.Audit;
using ChartRelease.Testing.Registry;

namespace ChartRelease.Testing.Kill;

/// <summary>A real registry.</summary>
public sealed class RegistryKillTarget(DockerRegistry registry) : IKillTarget, IDisposable
{
    private readonly RegistryAudit _audit = new(registry.Host);

    /// <inheritdoc/>
    public string Reference(string path) => $"oci://{registry.Host}/{path}";

    /// <inheritdoc/>
    public bool IsTouched(string path) => Directory.Exists(Path.Combine(registry.Storage, "docker", "registry", "v2", "repositories", path));

    /// <inheritdoc/>
    public Task<AuditResult> AuditAsync(string path, string chart, CancellationToken cancellationToken) =>
        _audit.AuditAsync($"{path}/{chart}", cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _audit.Dispose();
}
