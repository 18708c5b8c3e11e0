namespace Cake.ChartRelease.Helm.Upgrade;

/// <summary>Settings of <c>helm upgrade</c>.</summary>
public sealed class HelmUpgradeSettings : HelmReleaseSettings
{
    /// <summary><c>--install</c>: install when there is no such release. Default <see langword="false"/>.</summary>
    public bool Install { get; set; }

    /// <summary><c>--cleanup-on-fail</c>: delete new resources when the upgrade fails. Default <see langword="false"/>.</summary>
    public bool CleanupOnFail { get; set; }

    /// <summary><c>--history-max</c>: revisions kept of the release; 0 for all. Default 10.</summary>
    public int? HistoryMax { get; set; }

    /// <summary><c>--reset-values</c>: begin with the chart's values. Default <see langword="false"/>.</summary>
    public bool ResetValues { get; set; }

    /// <summary><c>--reuse-values</c>: begin with the values of the last revision. Default <see langword="false"/>.</summary>
    public bool ReuseValues { get; set; }

    /// <summary>
    /// <c>--reset-then-reuse-values</c>: the chart's values, then those of the last revision. Default <see langword="false"/>. Helm 3.14 and
    /// later.
    /// </summary>
    public bool ResetThenReuseValues { get; set; }

    /// <summary><c>--output</c>: what <c>HelmUpgradeText</c> returns. Default <see cref="HelmOutputFormat.Table"/>.</summary>
    public HelmOutputFormat? Output { get; set; }

    /// <summary><c>--hide-secret</c>: no Secrets in the manifest of a dry run. Default <see langword="false"/>. Helm 3.15 and later.</summary>
    public bool HideSecret { get; set; }

    /// <inheritdoc/>
    internal override HelmOutputFormat? Format => Output;

    /// <inheritdoc/>
    internal override IEnumerable<string> Problems() =>
    [
        .. base.Problems(),
        .. (ResetValues ? 1 : 0) + (ReuseValues ? 1 : 0) + (ResetThenReuseValues ? 1 : 0) > 1
            ? ["ResetValues, ReuseValues and ResetThenReuseValues exclude each other."]
            : Array.Empty<string>(),
        .. HistoryMax < 0 ? ["HistoryMax must not be negative."] : Array.Empty<string>(),
    ];

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments)
    {
        base.Render(arguments);
        arguments
            .Flag("--install", Install)
            .CleanupOnFail(CleanupOnFail)
            .HistoryMax(HistoryMax)
            .Flag("--reset-values", ResetValues)
            .Flag("--reuse-values", ReuseValues)
            .Flag("--reset-then-reuse-values", ResetThenReuseValues, HelmRange.Since("3.14.0"))
            .Output(Output)
            .HideSecret(HideSecret);
    }
}
