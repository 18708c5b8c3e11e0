namespace Cake.ChartRelease.Helm;

/// <summary>How helm waits for what it does to the cluster.</summary>
public class HelmWaitSettings
{
    /// <summary><c>--no-hooks</c>: run no hooks. Default <see langword="false"/>.</summary>
    public bool NoHooks { get; set; }

    /// <summary><c>--timeout</c>: time for a single Kubernetes operation. Default 5 minutes. <see cref="HelmSettings.Timeout"/> is for the whole command.</summary>
    public TimeSpan? OperationTimeout { get; set; }

    /// <summary><c>--wait</c>: wait until resources are ready or gone. Default <see langword="false"/>.</summary>
    public bool Wait { get; set; }

    /// <summary><c>--wait=…</c>: wait in this way, also without <see cref="Wait"/>. Default <see cref="HelmWaitStrategy.HookOnly"/>. Helm 4.0 and later.</summary>
    public HelmWaitStrategy? WaitStrategy { get; set; }

    internal virtual IEnumerable<string> Problems() =>
        OperationTimeout < TimeSpan.Zero ? ["OperationTimeout must not be negative."] : [];

    internal void Render(HelmArguments arguments) => arguments
        .Flag("--no-hooks", NoHooks)
        .OperationTimeout(OperationTimeout)
        .Flag("--wait", Wait && WaitStrategy is null)
        .Option("--wait", WaitStrategy?.Text(), HelmRange.Helm4);
}
