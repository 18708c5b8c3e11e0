using Cake.Core;
using Cake.Core.Configuration;
using Cake.Core.Diagnostics;
using Cake.Core.IO;
using Cake.Core.IO.NuGet;
using Cake.Core.Packaging;
using Cake.DotNetTool.Module;
using Cake.NuGet;
using Microsoft.Extensions.DependencyInjection;

namespace Cake.Frosting.Internal;

/// <summary>
/// Stands for the package installers of the NuGet and .NET tool modules. Cake's context needs all installers from the start,
/// and those two bring eight NuGet assemblies with them; so they are made when a tool is first to be installed.
/// </summary>
internal sealed class DeferredPackageInstaller(IServiceProvider host) : IPackageInstaller
{
    private readonly Lazy<IPackageInstaller[]> installers = new(() => Create(host));

    public bool CanInstall(PackageReference package, PackageType type) =>
        installers.Value.Any(installer => installer.CanInstall(package, type));

    public IReadOnlyCollection<IFile> Install(PackageReference package, PackageType type, DirectoryPath path) =>
        installers.Value.First(installer => installer.CanInstall(package, type)).Install(package, type, path);

    private static IPackageInstaller[] Create(IServiceProvider host) =>
        new ServiceCollection()
            .Share<IFileSystem>(host)
            .Share<ICakeEnvironment>(host)
            .Share<IGlobber>(host)
            .Share<IProcessRunner>(host)
            .Share<ICakeLog>(host)
            .Share<ICakeConfiguration>(host)
            .Share<INuGetToolResolver>(host)
            .UseModule<NuGetModule>()
            .UseModule<DotNetToolModule>()
            .BuildServiceProvider()
            .GetServices<IPackageInstaller>()
            .ToArray();
}
