using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Packaging;
using Cake.Frosting.Tests.Support;
using ChartRelease.Testing;
using NSubstitute;

namespace Cake.Frosting.Tests.Hosting;

public sealed class ToolTests
{
    [Fact]
    public void A_tool_is_installed_before_the_setup_and_then_found()
    {
        var run = Host.Run(
            [typeof(UsesTool)],
            host => host.UsePackageInstaller<OwnInstaller>().InstallTool(new Uri("own:?package=thing")).UseSetup<Starts>(),
            "-t",
            "UsesTool");

        Assert.Equal(["install thing", "setup", "found thing.exe"], run.Journal);
    }

    [Fact]
    public void A_tool_that_no_installer_knows_is_an_error_and_runs_nothing()
    {
        var run = Host.Run([typeof(UsesTool)], host => host.InstallTool(new Uri("unknown:?package=thing")), "-t", "UsesTool");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Could not find an installer for the 'unknown' scheme.", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Journal);
    }

    [Theory]
    [InlineData("nuget")]
    [InlineData("dotnet")]
    public void Cakes_own_installers_take_their_schemes(string scheme)
    {
        using var folder = new TemporaryFolder();
        var run = Host.Run(
            [typeof(UsesTool)],
            host => host.InstallTool(new Uri($"{scheme}:file:///nowhere?package=no.such.thing&version=0.0.1")).SetToolPath(folder.Path),
            "-t",
            "UsesTool");

        Assert.Equal(1, run.ExitCode);
        Assert.DoesNotContain("Could not find an installer", run.Errors, StringComparison.Ordinal);
        Assert.Empty(run.Journal);
    }

    [Fact]
    public async Task Without_a_tool_no_package_assembly_is_loaded()
    {
        var run = await SampleProcess.RunAsync("--target=Loaded");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("loaded: Cake.Core", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("loaded: NuGet", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("loaded: Cake.NuGet", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("loaded: Cake.DotNetTool", run.Output, StringComparison.Ordinal);
    }

    private sealed class OwnInstaller(Journal journal) : IPackageInstaller
    {
        public bool CanInstall(PackageReference package, PackageType type) => package.Scheme == "own";

        public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path)
        {
            journal.Add($"install {package.Package}");
            var file = Substitute.For<IFile>();
            file.Path.Returns(new FilePath("/somewhere/thing.exe"));
            return [file];
        }
    }

    private sealed class Starts(Journal journal) : FrostingSetup
    {
        public override void Setup(ICakeContext context, ISetupContext info) => journal.Add("setup");
    }

    private sealed class UsesTool(Journal journal) : FrostingTask
    {
        public override void Run(ICakeContext context) =>
            journal.Add($"found {context.Tools.Resolve("thing.exe")?.GetFilename()}");
    }
}
