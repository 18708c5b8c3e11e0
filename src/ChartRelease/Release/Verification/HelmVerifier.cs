using ChartRelease.Release.Packaging;

namespace ChartRelease.Release.Verification;

/// <summary>Takes the way a user takes: pulls with the real helm, compares the file, renders it.</summary>
internal static class HelmVerifier
{
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.ToolFailed"/> or <see cref="FailureReason.VerificationFailed"/>.</exception>
    public static async Task VerifyAsync(PackagedChart chart, HelmRegistryAccess registry, IHelmClient helm, CancellationToken cancellationToken)
    {
        using var scratch = new ScratchFolder();
        var pull = helm.PullAsync(chart.Chart.Name, chart.Chart.Version, registry, scratch.Path, cancellationToken);

        // Rendering what was packaged is rendering what was pulled, once both are shown to be the same bytes: the two run side by side.
        // A library chart has nothing to render.
        var render = chart.Chart.Metadata.Type == "library" ? Task.CompletedTask : helm.TemplateAsync(chart.ArchivePath, cancellationToken);
        await Task.WhenAll(pull, render).ConfigureAwait(false);

        var archive = ChartArchiveFile.Describe(await pull.ConfigureAwait(false));
        if (archive.Digest != chart.Archive.Descriptor.Digest)
        {
            throw new ChartReleaseException(
                FailureReason.VerificationFailed,
                $"helm {helm.Version} pulled {chart} from {registry.Registry} with the digest {archive.Digest}.",
                $"The archive that was packaged, {chart.Archive.Descriptor.Digest}.",
                "Look for a proxy or mirror between helm and the registry, then run ./build.sh --target=Verify again.");
        }
    }
}
