using Cake.Core;

namespace Cake.ChartRelease.Helm.Test;

/// <summary>Runs <c>helm test</c>.</summary>
internal sealed class HelmTester(ICakeContext context) : HelmTool<HelmTestSettings>(context, "test")
{
    /// <summary>Runs the tests of a release; a test that fails is a failure.</summary>
    /// <returns>What helm prints: each test with its phase, and the logs when they were asked for.</returns>
    public string Test(HelmTestSettings settings, string release, CancellationToken cancellationToken) =>
        Execute(settings, [release], cancellationToken).Text;
}
