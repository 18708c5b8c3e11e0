using Cake.Common.IO;
using Cake.Common.Tools.DotNet;
using Cake.Common.Tools.DotNet.MSBuild;
using Cake.Common.Tools.DotNet.Pack;
using Cake.Frosting;
using Cake.Frosting.ChartRelease;
using ChartRelease.Host.Testing;

namespace ChartRelease.Host;

/// <summary>Packs the core, the addin, the tasks, the template and the tool, the latter with native code for each platform.</summary>
[TaskName("Pack")]
[TaskDescription("Pack the addin, the tasks, the template and the tool into artifacts/packages.")]
public sealed class PackTask : FrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override void Run(ReleaseContext context)
    {
        var root = SolutionRoot.Find();
        var packages = Path.Combine(root, "artifacts", "packages");
        context.CleanDirectory(packages);
        context.DotNetPack(Path.Combine(root, "build", "Packages.slnf"), new DotNetPackSettings
        {
            ToolPath = Environment.ProcessPath,
            Configuration = "Release",
            NoLogo = true,
            Verbosity = DotNetVerbosity.Quiet,
            MSBuildSettings = new DotNetMSBuildSettings { NodeReuse = false, ContinuousIntegrationBuild = true }.WithProperty("ToolPlatforms", "all"),
            EnvironmentVariables = TestProject.Variables,
        });
    }
}
