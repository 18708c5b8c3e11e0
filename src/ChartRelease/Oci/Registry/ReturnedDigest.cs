namespace ChartRelease.Oci.Registry;

/// <summary>The Docker-Content-Digest header: what the registry thinks it handed out or took in.</summary>
internal static class ReturnedDigest
{
    /// <summary>The digest; <see langword="null"/> when the registry does not say, or in no form we know.</summary>
    public static Digest? Of(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Docker-Content-Digest", out var values) && Digest.TryParse(values.FirstOrDefault(), out var digest)
            ? digest
            : null;

    /// <summary>Compares it, where the registry says it, with what was sent.</summary>
    /// <exception cref="ChartReleaseException"><see cref="FailureReason.DigestMismatch"/>.</exception>
    public static void Check(HttpResponseMessage response, Digest sent)
    {
        if (Of(response) is { } returned && returned.Algorithm == sent.Algorithm && returned != sent)
        {
            throw ContentCheck.Mismatch(
                $"What {SafeAddress.HostAndPath(response.RequestMessage!.RequestUri!)} took in",
                $"it says {returned}",
                $"The digest of what was sent, {sent}.");
        }
    }
}
