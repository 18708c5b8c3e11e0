using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Verification;

/// <summary>Takes the way a user takes: pulls with the real helm, compares the file, renders it.</summary>
internal static class HelmVerifier
{
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.ToolFailed"/> or <see cref="FailureReason.VerificationFailed"/>.</exception>
    public static async Task VerifyAsync(PackagedChart chart, HelmRegistryAccess registry, IHelmClient helm, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var pulled = await helm.PullAsync(chart.Chart.Name, chart.Chart.Version, registry, scratch.Path, cancellationToken).ConfigureAwait(false);
        var archive = ChartArchiveFile.Describe(pulled);
        if (archive.Digest != chart.Archive.Descriptor.Digest)
        {
            throw new ChartReleaseException(
                FailureReason.VerificationFailed,
                $"helm {helm.Version} pulled {chart} from {registry.Registry} with the digest {archive.Digest}.",
                $"The archive that was packaged, {chart.Archive.Descriptor.Digest}.",
                "Look for a proxy or mirror between helm and the registry, then run ./build.sh --target=Verify again.");
        }

        // A library chart has nothing to render.
        if (chart.Chart.Metadata.Type != "library")
        {
            await helm.TemplateAsync(pulled, cancellationToken).ConfigureAwait(false);
        }
    }
}
