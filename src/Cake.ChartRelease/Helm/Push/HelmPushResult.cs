namespace Cake.ChartRelease.Helm.Push;

/// <summary>What helm says it pushed.</summary>
/// <param name="Reference">Registry, repository and tag, without <c>oci://</c>.</param>
/// <param name="Digest">Digest of the manifest, <c>sha256:…</c>.</param>
public sealed record HelmPushResult(string Reference, string Digest);
