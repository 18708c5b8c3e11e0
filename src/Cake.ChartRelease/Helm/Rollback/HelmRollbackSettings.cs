namespace Cake.ChartRelease.Helm.Rollback;

/// <summary>Settings of <c>helm rollback</c>.</summary>
public sealed class HelmRollbackSettings : HelmSettings
{
    /// <summary>The revision to go back to. Default: the one before.</summary>
    public int? Revision { get; set; }

    /// <summary><c>--cleanup-on-fail</c>: delete new resources when the rollback fails. Default <see langword="false"/>.</summary>
    public bool CleanupOnFail { get; set; }

    /// <summary><c>--history-max</c>: revisions kept of the release; 0 for all. Default 10.</summary>
    public int? HistoryMax { get; set; }

    /// <summary><c>--recreate-pods</c>: restart pods. Default <see langword="false"/>. Before helm 4.0.</summary>
    public bool RecreatePods { get; set; }

    /// <summary>How the cluster is changed and waited for.</summary>
    public HelmChangeSettings Apply { get; init; } = new();

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. Apply.Problems(),
        .. Revision < 0 ? ["Revision must not be negative."] : Array.Empty<string>(),
        .. HistoryMax < 0 ? ["HistoryMax must not be negative."] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .CleanupOnFail(CleanupOnFail)
            .HistoryMax(HistoryMax)
            .Flag("--recreate-pods", RecreatePods, HelmRange.Helm3)
            .Add(line => Apply.Render(line, dryRunKinds: HelmRange.Helm4, forceRange: HelmRange.Helm3));
    }
}
