namespace Cake.ChartRelease.Helm;

/// <summary>How helm installs or upgrades a release and waits for it.</summary>
public sealed class HelmApplySettings : HelmChangeSettings
{
    /// <summary><c>--atomic</c>: undo on failure. Default <see langword="false"/>. Before helm 4.0; later <see cref="RollbackOnFailure"/>.</summary>
    public bool Atomic { get; set; }

    /// <summary><c>--rollback-on-failure</c>: undo on failure. Default <see langword="false"/>. Helm 4.0 and later.</summary>
    public bool RollbackOnFailure { get; set; }

    /// <inheritdoc/>
    internal override void Render(HelmArguments arguments, HelmRange dryRunKinds, HelmRange forceRange)
    {
        base.Render(arguments, dryRunKinds, forceRange);
        arguments
            .Flag("--atomic", Atomic, HelmRange.Helm3)
            .Flag("--rollback-on-failure", RollbackOnFailure, HelmRange.Helm4);
    }
}
