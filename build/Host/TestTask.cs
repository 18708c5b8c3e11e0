using Cake.Common.Tools.DotNet;
using Cake.Common.Tools.DotNet.Build;
using Cake.Common.Tools.DotNet.MSBuild;
using Cake.Frosting;
using Cake.Frosting.ChartRelease;
using ChartRelease.Host.Testing;

namespace ChartRelease.Host;

/// <summary>Builds everything with all analyzers and runs every test project.</summary>
[TaskName("Test")]
[TaskDescription("Build everything with all analyzers and run every test.")]
public sealed class TestTask : FrostingTask<ReleaseContext>
{
    /// <inheritdoc/>
    public override void Run(ReleaseContext context)
    {
        var root = SolutionRoot.Find();
        context.DotNetBuild(Path.Combine(root, SolutionRoot.Solution), new DotNetBuildSettings
        {
            ToolPath = Environment.ProcessPath,
            NoLogo = true,
            Verbosity = DotNetVerbosity.Quiet,
            MSBuildSettings = new DotNetMSBuildSettings { NodeReuse = false },
            EnvironmentVariables = TestProject.Variables,
        });

        TestSummary.Current = TestProject.FindAll(root).Aggregate(TestSummary.Zero, (sum, project) => sum + project.Run(context));
        TestSummary.Current.ThrowIfFailed();
    }
}
