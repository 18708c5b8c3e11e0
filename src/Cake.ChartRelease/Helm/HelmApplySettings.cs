using System.Globalization;

namespace Cake.ChartRelease.Helm;

/// <summary>How helm changes the cluster and waits for it.</summary>
public sealed class HelmApplySettings
{
    private static readonly HelmRange Helm3 = HelmRange.Before("4.0.0");
    private static readonly HelmRange Helm4 = HelmRange.Since("4.0.0");

    /// <summary><c>--dry-run</c>: <c>client</c>, <c>server</c> or <c>none</c>. Default: helm's own.</summary>
    public string? DryRun { get; set; }

    /// <summary><c>--no-hooks</c>: run no hooks. Default <see langword="false"/>.</summary>
    public bool NoHooks { get; set; }

    /// <summary><c>--timeout</c>: time for a single Kubernetes operation. Default 5 minutes.</summary>
    public TimeSpan? OperationTimeout { get; set; }

    /// <summary><c>--wait</c>: wait until resources are ready. Default <see langword="false"/>.</summary>
    public bool Wait { get; set; }

    /// <summary><c>--wait=…</c>: <c>watcher</c>, <c>hookOnly</c> or <c>legacy</c>, for <see cref="Wait"/>. Helm 4.0 and later.</summary>
    public string? WaitStrategy { get; set; }

    /// <summary><c>--wait-for-jobs</c>: wait for jobs too. Default <see langword="false"/>.</summary>
    public bool WaitForJobs { get; set; }

    /// <summary><c>--atomic</c>: undo on failure. Default <see langword="false"/>. Before helm 4.0.</summary>
    public bool Atomic { get; set; }

    /// <summary><c>--rollback-on-failure</c>: undo on failure. Default <see langword="false"/>. Helm 4.0 and later.</summary>
    public bool RollbackOnFailure { get; set; }

    /// <summary><c>--force</c>: replace resources. Default <see langword="false"/>. Before helm 4.0.</summary>
    public bool Force { get; set; }

    /// <summary><c>--force-replace</c>: replace resources. Default <see langword="false"/>. Helm 4.0 and later.</summary>
    public bool ForceReplace { get; set; }

    /// <summary><c>--force-conflicts</c>: win conflicts of fields. Default <see langword="false"/>. Helm 4.0 and later.</summary>
    public bool ForceConflicts { get; set; }

    /// <summary><c>--server-side</c>: let the server merge. Default <see langword="true"/>. Helm 4.0 and later.</summary>
    public bool? ServerSide { get; set; }

    internal void Render(HelmArguments arguments) => arguments
        .Option("--dry-run", DryRun)
        .Flag("--no-hooks", NoHooks)
        .Option("--timeout", OperationTimeout is { } timeout ? Seconds(timeout) : null)
        .Flag("--wait", Wait)
        .Option("--wait", WaitStrategy, Helm4)
        .Flag("--wait-for-jobs", WaitForJobs)
        .Flag("--atomic", Atomic, Helm3)
        .Flag("--rollback-on-failure", RollbackOnFailure, Helm4)
        .Flag("--force", Force, Helm3)
        .Flag("--force-replace", ForceReplace, Helm4)
        .Flag("--force-conflicts", ForceConflicts, Helm4)
        .Switch("--server-side", ServerSide, Helm4);

    // A Go duration: https://pkg.go.dev/time#ParseDuration
    private static string Seconds(TimeSpan timeout) => string.Create(CultureInfo.InvariantCulture, $"{timeout.TotalSeconds}s");
}
