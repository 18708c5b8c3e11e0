namespace Cake.ChartRelease.Helm;

/// <summary>How helm changes the resources of a release and waits for them.</summary>
public class HelmChangeSettings : HelmWaitSettings
{
    /// <summary><c>--dry-run</c>: what to simulate. Default: nothing.</summary>
    public HelmDryRun? DryRun { get; set; }

    /// <summary><c>--wait-for-jobs</c>: wait for jobs too. Default <see langword="false"/>.</summary>
    public bool WaitForJobs { get; set; }

    /// <summary><c>--force</c>: replace resources. Default <see langword="false"/>. Before helm 4.0; later <see cref="ForceReplace"/>.</summary>
    public bool Force { get; set; }

    /// <summary><c>--force-replace</c>: replace resources. Default <see langword="false"/>. Helm 4.0 and later.</summary>
    public bool ForceReplace { get; set; }

    /// <summary><c>--force-conflicts</c>: win conflicts of fields. Default <see langword="false"/>. Helm 4.0 and later.</summary>
    public bool ForceConflicts { get; set; }

    /// <summary><c>--server-side</c>: who merges fields. Default: the server for a new release, else as before. Helm 4.0 and later.</summary>
    public HelmServerSide? ServerSide { get; set; }

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. Force && ForceReplace ? ["Force and ForceReplace are the same in different versions of helm; set one."] : Array.Empty<string>(),
    ];

    /// <summary>Adds the flags.</summary>
    /// <param name="arguments">The command line.</param>
    /// <param name="dryRunKinds">The helm versions whose <c>--dry-run</c> takes a kind here.</param>
    /// <param name="forceRange">The helm versions that know <c>--force</c> here.</param>
    internal virtual void Render(HelmArguments arguments, HelmRange dryRunKinds, HelmRange forceRange)
    {
        Render(arguments);
        arguments
            .DryRun(DryRun, dryRunKinds)
            .Flag("--wait-for-jobs", WaitForJobs)
            .Flag("--force", Force, forceRange)
            .Flag("--force-replace", ForceReplace, HelmRange.Helm4)
            .Flag("--force-conflicts", ForceConflicts, HelmRange.Helm4)
            .Option("--server-side", ServerSide?.Text(), HelmRange.Helm4);
    }
}
