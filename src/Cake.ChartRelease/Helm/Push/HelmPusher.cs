using Cake.Core;

namespace Cake.ChartRelease.Helm.Push;

/// <summary>Runs <c>helm push</c>.</summary>
internal sealed class HelmPusher(ICakeContext context) : HelmTool<HelmPushSettings>(context, "push")
{
    /// <summary>What was pushed; helm says it on standard error up to 4.2.0 and on standard output from 4.2.1.</summary>
    public HelmPushResult Push(HelmPushSettings settings, string archive, string remote, CancellationToken cancellationToken)
    {
        var output = Execute(settings, [archive, remote], cancellationToken);
        return (After("Pushed: ", output), After("Digest: ", output)) is ({ } reference, { } digest)
            ? new HelmPushResult(reference, digest)
            : throw new HelmOutputException(Verb, output);
    }

    private static string? After(string label, HelmOutput output) =>
        output.Lines.FirstOrDefault(line => line.StartsWith(label, StringComparison.Ordinal))?[label.Length..].Trim();
}
