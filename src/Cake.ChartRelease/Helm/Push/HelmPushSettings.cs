namespace Cake.ChartRelease.Helm.Push;

/// <summary>Settings of <c>helm push</c>. The certificates are flags of helm 3.12 and later, user and password of 3.17 and later.</summary>
public sealed class HelmPushSettings : HelmConnectionSettings
{
    /// <inheritdoc/>
    private protected override HelmRange CertificateRange { get; } = HelmRange.Since("3.12.0");

    /// <inheritdoc/>
    private protected override HelmRange PlainHttpRange { get; } = HelmRange.Since("3.13.0");

    /// <inheritdoc/>
    private protected override HelmRange UserRange { get; } = HelmRange.Since("3.17.0");
}
