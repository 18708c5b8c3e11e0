using Cake.Core;
using Cake.Core.Annotations;
using ChartRelease.Release;

namespace Cake.ChartRelease;

public static partial class ChartReleaseAliases
{
    /// <summary>Finds credentials for every target and proves that they may push.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <returns>One sentence per target.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A target refuses (Unauthorized, Forbidden) or cannot be asked.</exception>
    /// <example>
    /// <code>
    /// foreach (var proof in ChartLogin(ChartReleaseOptions()))
    /// {
    ///     Information(proof);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Login")]
    [CakeNamespaceImport("ChartRelease.Release")]
    public static IReadOnlyList<string> ChartLogin(this ICakeContext context, ReleaseOptions options) =>
        OneRun.Wait(context.ChartLoginAsync(options, CancellationToken.None));

    /// <summary>Finds credentials for every target and proves that they may push.</summary>
    /// <param name="context">The context.</param>
    /// <param name="options">The settings; they are not changed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One sentence per target.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A target refuses (Unauthorized, Forbidden) or cannot be asked.</exception>
    /// <example>
    /// <code>
    /// foreach (var proof in await ChartLoginAsync(ChartReleaseOptions(), CancellationToken.None))
    /// {
    ///     Information(proof);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Login")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<IReadOnlyList<string>> ChartLoginAsync(this ICakeContext context, ReleaseOptions options, CancellationToken cancellationToken) =>
        OneRun.RunAsync(context, options, pipeline => pipeline.LoginAsync(cancellationToken));

    /// <summary>As a step of a run: finds credentials for every target and proves that they may push.</summary>
    /// <param name="context">The context.</param>
    /// <param name="pipeline">The run, from <c>ChartReleasePipeline</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>One sentence per target.</returns>
    /// <exception cref="global::ChartRelease.ChartReleaseException">A target refuses (Unauthorized, Forbidden) or cannot be asked.</exception>
    /// <example>
    /// <code>
    /// await using var run = ChartReleasePipeline(ChartReleaseOptions());
    /// foreach (var proof in await ChartLoginAsync(run, CancellationToken.None))
    /// {
    ///     Information(proof);
    /// }
    /// </code>
    /// </example>
    [CakeMethodAlias]
    [CakeAliasCategory("Login")]
    [CakeNamespaceImport("ChartRelease.Release")]
    [CakeNamespaceImport("System.Threading")]
    public static Task<IReadOnlyList<string>> ChartLoginAsync(this ICakeContext context, ReleasePipeline pipeline, CancellationToken cancellationToken) =>
        pipeline.LoginAsync(cancellationToken);
}
