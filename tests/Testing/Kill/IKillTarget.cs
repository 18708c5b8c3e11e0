using ChartRelease.Testing.Audit;

namespace ChartRelease.Testing.Kill;

/// <summary>Where runs that are killed publish to; each round has a path of its own.</summary>
public interface IKillTarget
{
    /// <summary>What <c>--registry</c> gets.</summary>
    string Reference(string path);

    /// <summary>Whether anything was stored below the path.</summary>
    bool IsTouched(string path);

    /// <summary>What is published of a chart below the path.</summary>
    Task<AuditResult> AuditAsync(string path, string chart, CancellationToken cancellationToken);
}
