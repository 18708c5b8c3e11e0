using Cake.Core;

namespace Cake.ChartRelease.Helm.Get;

/// <summary>Runs one of the <c>helm get</c> commands that print text.</summary>
/// <param name="context">The context.</param>
/// <param name="part"><c>all</c>, <c>hooks</c>, <c>manifest</c> or <c>notes</c>.</param>
internal sealed class HelmTextGetter(ICakeContext context, string part) : HelmTool<HelmGetSettings>(context, $"get {part}")
{
    /// <summary>What helm prints of the release.</summary>
    public string Get(HelmGetSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], cancellationToken).Text;
}
