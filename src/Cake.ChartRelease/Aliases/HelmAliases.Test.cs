using Cake.ChartRelease.Helm;
using Cake.ChartRelease.Helm.Test;
using Cake.Core;
using Cake.Core.Annotations;

namespace Cake.ChartRelease;

public static partial class HelmAliases
{
    /// <summary>Runs the tests of a release; one that fails is a failure.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <returns>What helm prints: each test with its phase.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// Information(HelmTest("shop"));
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Test")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Test")]
    public static string HelmTest(this ICakeContext context, string release) =>
        HelmTest(context, release, new HelmTestSettings());

    /// <summary>Runs the tests of a release; one that fails is a failure, with settings.</summary>
    /// <param name="context">The context.</param>
    /// <param name="release">Name of the release.</param>
    /// <param name="settings">The settings; they are not changed.</param>
    /// <returns>What helm prints: each test with its phase.</returns>
    /// <exception cref="HelmException">helm is missing, too old, fails, is killed or takes too long, or its settings cannot work; each has a type of its own.</exception>
    /// <example>
    /// <code>
    /// HelmTest("shop", new HelmTestSettings { Filters = { "name=shop-smoke" }, Logs = true });
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Test")]
    [CakeNamespaceImport("Cake.ChartRelease.Helm.Test")]
    public static string HelmTest(this ICakeContext context, string release, HelmTestSettings settings) =>
        new HelmTester(context).Test(settings, release, CancellationToken.None);
}
