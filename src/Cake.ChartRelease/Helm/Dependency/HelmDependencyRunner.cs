using Cake.Core;

namespace Cake.ChartRelease.Helm.Dependency;

/// <summary>Runs <c>helm dependency build</c> or <c>update</c>.</summary>
internal sealed class HelmDependencyRunner<TSettings>(ICakeContext context, string verb) : HelmTool<TSettings>(context, verb)
    where TSettings : HelmDependencySettings
{
    /// <summary>Fills charts/ of the chart.</summary>
    public void Run(TSettings settings, string chartFolder, CancellationToken cancellationToken) =>
        Execute(settings, [chartFolder], cancellationToken);

    private protected override void Render(TSettings settings, IReadOnlyCollection<string> positionals, HelmArguments arguments)
    {
        base.Render(settings, positionals, arguments);
        if (settings.RepositoryConfig is null && positionals.Single() is var chart && !DependencyRepositories.NeedIndex(chart))
        {
            // A file that does not exist stands for "no repositories". Otherwise helm reads the index of each repository of the
            // machine, and fails when one is neither reachable nor cached.
            arguments.Option("--repository-config", Path.Combine(chart, ".no-repositories.yaml"));
        }
    }
}
